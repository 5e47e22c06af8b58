package dev.curfew.model.kind;

/// What a setting's value is.
public enum SettingForm {
    TEXT,
    /// One of those allowed.
    CHOICE,
    /// `true`, or not given.
    FLAG,
    /// A URI.
    ADDRESS,
    /// X.509 certificates in PEM. Asked for as a file; its text is kept with the connection, so that the file may go.
    CERTIFICATES
}
