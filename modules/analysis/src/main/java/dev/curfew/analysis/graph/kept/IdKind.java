package dev.curfew.analysis.graph.kept;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;

/// The types of id, by name.
enum IdKind {
    IDENTITY,
    CREDENTIAL,
    POLICY,
    RESOURCE;

    static IdKind of(EntityId id) {
        return switch (id) {
            case IdentityId _ -> IDENTITY;
            case CredentialId _ -> CREDENTIAL;
            case PolicyId _ -> POLICY;
            case ResourceId _ -> RESOURCE;
        };
    }

    EntityId id(SourceName source, String nativeId) {
        return switch (this) {
            case IDENTITY -> new IdentityId(source, nativeId);
            case CREDENTIAL -> new CredentialId(source, nativeId);
            case POLICY -> new PolicyId(source, nativeId);
            case RESOURCE -> new ResourceId(source, nativeId);
        };
    }
}
