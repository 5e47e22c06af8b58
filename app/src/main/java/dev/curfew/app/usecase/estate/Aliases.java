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
/// @param resources by their names, which are often that of whoever uses them: they come after the others
record Aliases(
        Map<String, List<EntityId>> fingerprints,
        Map<String, List<EntityId>> names,
        Map<String, List<EntityId>> resources) {

    static Aliases in(Snapshot snapshot) {
        Aliases all = new Aliases(new HashMap<>(), new HashMap<>(), new HashMap<>());
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
        for (Resource resource : snapshot.resources()) {
            put(all.resources, resource.name(), resource.id());
        }
        return all;
    }

    List<EntityId> ofFingerprint(String fingerprint) {
        return fingerprints.getOrDefault(fingerprint, List.of());
    }

    List<EntityId> ofName(String name) {
        return names.getOrDefault(name, resources.getOrDefault(name, List.of()));
    }

    private static void put(Map<String, List<EntityId>> aliases, String alias, EntityId id) {
        if (alias.isBlank()) {
            return;
        }
        aliases.computeIfAbsent(alias, _ -> new ArrayList<>(1)).add(id);
    }
}
