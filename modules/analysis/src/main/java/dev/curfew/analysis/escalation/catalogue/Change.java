package dev.curfew.analysis.escalation.catalogue;

/// How somebody's rights are changed.
public enum Change {
    /// A new version of a customer-managed policy that is held.
    NEW_VERSION,
    /// An older version of one.
    OTHER_VERSION,
    /// An inline policy.
    PUT,
    /// A managed policy that makes an administrator.
    ATTACH,
    /// Membership of a group.
    JOIN
}
