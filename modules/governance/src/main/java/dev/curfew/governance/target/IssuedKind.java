package dev.curfew.governance.target;

import dev.curfew.model.revocation.Action;

/// What a kind of source mints.
///
/// @param credentialKind as in `Credential.kind`
/// @param ending the action that ends such a credential
public record IssuedKind(String credentialKind, Action ending) {}
