package dev.curfew.app.usecase.estate;

import dev.curfew.analysis.reach.inside.Contents;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What things are called beside their ids, none of which need be one thing's alone.
///
/// @param fingerprints of credentials
/// @param names of identities and policies; a credential's is often its kind's
/// @param resources whose names are often that of whoever uses them: they come after the others, and are looked through
record Aliases(Map<String, List<EntityId>> fingerprints, Map<String, List<EntityId>> names, List<Resource> resources) {

    static Aliases in(Snapshot snapshot) {
        Aliases all = new Aliases(new HashMap<>(), new HashMap<>(), snapshot.resources());
        for (Credential credential : snapshot.credentials()) {
            String fingerprint = credential.attributes().get(Contents.FINGERPRINT);
            if (fingerprint != null) {
                put(all.fingerprints, fingerprint, credential.id());
            }
        }
        for (Identity identity : snapshot.identities()) {
            put(all.names, identity.name(), identity.id());
        }
        for (Policy policy : snapshot.policies()) {
            put(all.names, policy.name(), policy.id());
        }
        return all;
    }

    List<EntityId> ofFingerprint(String fingerprint) {
        return fingerprints.getOrDefault(fingerprint, List.of());
    }

    List<EntityId> ofName(String name) {
        List<EntityId> named = names.getOrDefault(name, List.of());
        return named.isEmpty() && !name.isBlank() ? resourcesOf(name) : named;
    }

    private List<EntityId> resourcesOf(String name) {
        return resources.stream()
                .filter(resource -> resource.name().equals(name))
                .<EntityId>map(Resource::id)
                .toList();
    }

    private static void put(Map<String, List<EntityId>> aliases, String alias, EntityId id) {
        if (alias.isBlank()) {
            return;
        }
        aliases.computeIfAbsent(alias, _ -> new ArrayList<>(1)).add(id);
    }
}
