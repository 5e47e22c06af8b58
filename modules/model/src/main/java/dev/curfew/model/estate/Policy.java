package dev.curfew.model.estate;

import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;

/// A policy's text, in the provider's own language.
///
/// @param kind decides the evaluator: `aws.policy`, `aws.trust-policy`, `openbao.acl`, `kubernetes.role`
/// @param text JSON for AWS and Kubernetes (a role's rules), HCL or JSON for OpenBao
public record Policy(PolicyId id, String kind, String name, String text, Provenance provenance) implements Fact {

    @Override
    public SourceName source() {
        return id.source();
    }

    @Override
    public String key() {
        return id.nativeId();
    }
}
