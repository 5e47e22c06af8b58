package dev.curfew.model.connection;

import dev.curfew.model.attribute.Expiry;

/// What came of trying a credential that a connection reads or acts with.
public sealed interface Standing {

    /// The source takes it.
    ///
    /// @param who what it is, as the source says: a display name with its accessor and policies, an ARN
    record Works(String who, Expiry expiry) implements Standing {}

    /// The source answered, and does not take it.
    ///
    /// @param detail the source's words
    record Refused(String detail) implements Standing {}

    /// There was no answer that says: it may work.
    ///
    /// @param detail for a person
    record Unclear(String detail) implements Standing {}
}
