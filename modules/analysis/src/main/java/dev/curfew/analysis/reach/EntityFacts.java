package dev.curfew.analysis.reach;

import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;

/// How an entity is called and drawn. An id that the snapshot does not hold is called by its native id.
///
/// @param kind `<provider>.<kind>`; empty for what the snapshot does not hold
record EntityFacts(String name, String kind, Sensitivity sensitivity) {

    static EntityFacts of(SnapshotIndex index, EntityId id) {
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

    private static EntityFacts unknown(EntityId id) {
        return new EntityFacts(id.nativeId(), "", Sensitivity.UNKNOWN);
    }
}
