package dev.curfew.analysis.kind;

/// How a value that was found somewhere tells which credential of a provider it may be of.
public enum ValueForm {
    /// It does not tell.
    ANY,
    /// It stands beside the credential's id.
    WITH_ID,
    /// It stands beside the credential's name, as one logs in.
    WITH_NAME,
    /// It is a signed token (a JWT).
    SIGNED,
    /// The provider tells by the value alone: one question, whatever there is.
    TOLD
}
