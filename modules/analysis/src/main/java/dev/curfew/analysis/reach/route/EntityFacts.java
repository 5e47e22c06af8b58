package dev.curfew.analysis.reach.route;

import dev.curfew.analysis.kind.Kinds;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;

/// How an entity is called and drawn. What the snapshot does not hold is called by its native id.
///
/// @param kind `<provider>.<kind>`; empty for an id whose form says nothing
public record EntityFacts(String name, String kind, Sensitivity sensitivity) {
    /// Begins the native ids of those outside whom somebody trusts.
    public static final String OUTSIDE = "oidc/";

    public static EntityFacts of(SnapshotIndex index, EntityId id) {
        return switch (id) {
            case IdentityId it ->
                index.identity(it)
                        .map(found -> new EntityFacts(found.name(), found.kind(), Sensitivity.UNKNOWN))
                        .orElseGet(() -> unknown(id));
            case CredentialId it ->
                index.credential(it)
                        .map(found -> new EntityFacts(found.name(), found.kind(), Sensitivity.UNKNOWN))
                        .orElseGet(() -> unknown(id));
            case PolicyId it ->
                index.policy(it)
                        .map(found -> new EntityFacts(found.name(), found.kind(), Sensitivity.UNKNOWN))
                        .orElseGet(() -> unknown(id));
            case ResourceId it ->
                index.resource(it)
                        .map(found -> new EntityFacts(found.name(), found.kind(), found.sensitivity()))
                        .orElseGet(() -> unknown(id));
        };
    }

    /// Things that a policy names and no reading holds, and the whole of a server or an account.
    private static EntityFacts unknown(EntityId id) {
        if (id instanceof IdentityId && id.nativeId().startsWith(OUTSIDE)) {
            return new EntityFacts(id.nativeId().substring(OUTSIDE.length()), "oidc.subject", Sensitivity.UNKNOWN);
        }
        return id instanceof ResourceId resource
                ? Kinds.packaged()
                        .unlisted(resource)
                        .map(it -> new EntityFacts(it.name(), it.kind(), it.sensitivity()))
                        .orElseGet(() -> new EntityFacts(id.nativeId(), "", Sensitivity.UNKNOWN))
                : new EntityFacts(id.nativeId(), "", Sensitivity.UNKNOWN);
    }
}
