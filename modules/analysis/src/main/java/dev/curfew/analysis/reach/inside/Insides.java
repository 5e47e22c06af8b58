package dev.curfew.analysis.reach.inside;

import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Whatever is in things, over all sorts; and what is in a thing that is in a thing: a pod has the secrets that it
/// mounts, and so the credentials in them.
public final class Insides implements Inside {
    private final Map<ResourceId, List<Inside>> sorts = new LinkedHashMap<>();
    private final Map<ResourceId, List<Route>> known = new ConcurrentHashMap<>();

    public Insides(List<Inside> all) {
        for (Inside each : all) {
            each.things()
                    .forEach(thing -> sorts.computeIfAbsent(thing, _ -> new ArrayList<>(1))
                            .add(each));
        }
    }

    @Override
    public List<Route> of(ResourceId thing) {
        return sorts.containsKey(thing) ? known.computeIfAbsent(thing, this::find) : List.of();
    }

    private List<Route> find(ResourceId thing) {
        List<Route> found = new ArrayList<>();
        find(new ArrayList<>(List.of(thing)), null, found);
        return List.copyOf(found);
    }

    /// @param within the things around; one that is in itself by a roundabout way is not looked into again
    private void find(List<ResourceId> within, @Nullable Route before, List<Route> found) {
        ResourceId thing = within.getLast();
        for (Inside each : sorts.getOrDefault(thing, List.of())) {
            for (Route route : each.of(thing)) {
                Route whole = before == null ? route : before.then(route);
                found.add(whole);
                if (route.target() instanceof ResourceId inner && !within.contains(inner)) {
                    within.add(inner);
                    find(within, whole, found);
                    within.removeLast();
                }
            }
        }
    }

    @Override
    public Set<EntityId> hangsOn(ResourceId thing) {
        Set<EntityId> all = new HashSet<>();
        hangsOn(thing, new HashSet<>(Set.of(thing)), all);
        return all;
    }

    private void hangsOn(ResourceId thing, Set<ResourceId> seen, Set<EntityId> all) {
        for (Inside each : sorts.getOrDefault(thing, List.of())) {
            all.addAll(each.hangsOn(thing));
            for (Route route : each.of(thing)) {
                if (route.target() instanceof ResourceId inner && seen.add(inner)) {
                    all.add(inner);
                    hangsOn(inner, seen, all);
                }
            }
        }
    }

    @Override
    public Collection<ResourceId> things() {
        return sorts.keySet();
    }
}
