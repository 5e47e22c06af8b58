package dev.curfew.model.kind;

/// Why an address cannot be connected to.
public enum AddressProblem {
    /// No scheme that the kind takes, or no host.
    SHAPE,
    /// There is a user name in it, and perhaps a password.
    USER,
    /// A credential would be readable on the way there.
    PLAIN
}
