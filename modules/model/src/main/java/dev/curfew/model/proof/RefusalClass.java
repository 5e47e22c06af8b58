package dev.curfew.model.proof;

/// Why a provider refused. Only `INVALID_CREDENTIAL` says that the credential is gone; the others refuse for another
/// reason.
public enum RefusalClass {
    INVALID_CREDENTIAL,
    /// The credential is known, the call is not allowed to it.
    DENIED,
    /// Outside its time, or the clocks differ.
    CLOCK,
    /// From the wrong network address.
    NETWORK
}
