package dev.curfew.analysis.reach.inside;

import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Which things keep a credential, or run as somebody: files, secrets, pods, functions.
public final class Keepers {
    private final Map<EntityId, Set<ResourceId>> things = new HashMap<>();

    public Keepers(Inside inside) {
        for (ResourceId thing : inside.things()) {
            for (Route route : inside.of(thing)) {
                things.computeIfAbsent(route.target(), _ -> new LinkedHashSet<>())
                        .add(thing);
            }
        }
    }

    /// What keeps the credential, or runs as its holder: that breaks when it ends.
    public List<ResourceId> of(Credential credential) {
        return of(Stream.of(credential.id(), credential.holder()));
    }

    /// What has it inside.
    public List<ResourceId> of(EntityId id) {
        return of(Stream.of(id));
    }

    private List<ResourceId> of(Stream<EntityId> ids) {
        return ids.filter(Objects::nonNull)
                .flatMap(id -> things.getOrDefault(id, Set.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
