package dev.curfew.app.usecase.reach.export;

import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.app.usecase.estate.Several;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a file tells of a node.
///
/// @param kind `<provider>.<kind>`; empty where nothing tells it
/// @param owner empty where nobody is named
record NodeFacts(EntityId id, String name, String kind, Sensitivity sensitivity, String owner) {

    static NodeFacts of(SnapshotIndex index, EntityId id) {
        EntityFacts facts = EntityFacts.of(index, id);
        return new NodeFacts(id, facts.name(), facts.kind(), facts.sensitivity(), owner(index, id));
    }

    private static String owner(SnapshotIndex index, EntityId id) {
        return id instanceof IdentityId identity
                ? index.identity(identity).flatMap(Several::owner).orElse("")
                : "";
    }

    /// `identity`, `credential`, `resource` or `policy`.
    String type() {
        return switch (id) {
            case IdentityId _ -> "identity";
            case CredentialId _ -> "credential";
            case ResourceId _ -> "resource";
            case PolicyId _ -> "policy";
        };
    }

    /// By name, in one order; what is not known is left out.
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("name", name);
        properties.put("type", type());
        properties.put("source", id.source().value());
        properties.put("nativeid", id.nativeId());
        if (!kind.isEmpty()) {
            properties.put("curfewkind", kind);
        }
        if (sensitivity != Sensitivity.UNKNOWN) {
            properties.put("sensitivity", sensitivity.name().toLowerCase(Locale.ROOT));
        }
        if (!owner.isEmpty()) {
            properties.put("owner", owner);
        }
        return properties;
    }
}
