package dev.curfew.model.estate;

import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;

/// A policy's hold on a subject: on an identity, on one credential (an OpenBao token's own policies), or on a
/// resource (its resource policy; an account's service control policies).
///
/// @param scope what limits it besides the policy, for example a Kubernetes namespace; empty: nothing
public record Grant(EntityId subject, PolicyId policy, GrantRole role, String scope, Provenance provenance)
        implements Fact {

    @Override
    public SourceName source() {
        return policy.source();
    }

    @Override
    public String key() {
        return subject.text() + " | " + policy.nativeId() + " | " + role + " | " + scope;
    }
}
