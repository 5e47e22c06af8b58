package dev.curfew.governance.policy.question;

/// What access is asked for.
///
/// @param id the provider's policy or role, with its source, as in `PolicyId.text`
/// @param source the connection's name
/// @param kind of the policy, for example `openbao.acl`
public record Access(String id, String source, String kind) {}
