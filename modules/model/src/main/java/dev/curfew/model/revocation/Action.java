package dev.curfew.model.revocation;

/// One thing a connector can do to a credential, as the revocability catalogue lists it.
///
/// @param code `<provider>.<verb>`, for example `openbao.revoke-accessor`, `aws.deactivate-access-key`
/// @param reversible whether it can be undone at the target
public record Action(String code, boolean reversible) {}
