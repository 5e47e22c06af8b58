package dev.curfew.analysis.graph.whatif;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;

/// Something that somebody thinks of doing.
public sealed interface PlannedChange {

    /// The credential, and what it minted, works no longer: it is revoked, disabled, or has expired.
    record EndCredential(CredentialId credential) implements PlannedChange {}

    /// None of the identity's credentials works any longer.
    record EndCredentialsOf(IdentityId identity) implements PlannedChange {}

    /// The subject, and those who belong to it, have the policy no longer. Not of a credential, whose policies are its
    /// own until it ends.
    record Detach(EntityId subject, PolicyId policy) implements PlannedChange {}

    /// The subject has one more policy, of the given text: a deny.
    ///
    /// @param kind decides the evaluator, as in `Policy.kind`
    record AddDeny(EntityId subject, String kind, String text) implements PlannedChange {}

    /// The policy has another text, for all that have it.
    record Narrow(PolicyId policy, String text) implements PlannedChange {}

    /// The subject gets a policy that is there: an exception.
    ///
    /// @param scope as in `Grant.scope`; empty: nothing limits it
    record AddException(EntityId subject, PolicyId policy, String scope) implements PlannedChange {}
}
