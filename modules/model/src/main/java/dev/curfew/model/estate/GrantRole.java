package dev.curfew.model.estate;

/// What a policy does for the subject it is attached to.
public enum GrantRole {
    /// Grants and denies to the subject.
    IDENTITY,
    /// Limits what the subject's other policies grant (AWS permissions boundary).
    BOUNDARY,
    /// Sits on a resource and names principals.
    RESOURCE,
    /// Limits every principal of an account (AWS SCP).
    SERVICE_CONTROL,
    /// Limits access to every resource of an account (AWS RCP).
    RESOURCE_CONTROL
}
