package dev.curfew.app.console.component.text;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;

/// What entities are called; those the snapshot does not hold by their native id.
public final class Names {

    private Names() {}

    public static String of(SnapshotIndex index, EntityId id) {
        String name = switch (id) {
            case IdentityId it -> index.identity(it).map(Identity::name).orElse("");
            case CredentialId it -> index.credential(it).map(Credential::name).orElse("");
            case PolicyId it -> index.policy(it).map(Policy::name).orElse("");
            case ResourceId it -> index.resource(it).map(Resource::name).orElse("");
        };
        return name.isBlank() ? id.nativeId() : name;
    }
}
