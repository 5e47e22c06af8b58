package dev.curfew.model.right;

import java.util.Locale;

/// What a right lets its holder do with what it is on.
public enum RightLevel {
    /// See what a resource holds.
    READ,
    /// Change, or make, what a resource holds.
    WRITE,
    /// Change who may do what with a resource.
    PERMISSIONS,
    /// Control a resource wholly, its access rules too.
    ADMINISTER,
    /// Act as an identity: with all of its rights, from then on.
    BECOME,
    /// Make or replace a credential of an identity.
    MINT,
    /// See a credential's value.
    READ_SECRET;

    /// As it is written: `read-secret`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
