package dev.curfew.analysis.reach;

import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Routes;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The identities that control an account, a server or a cluster, and those one step away from such an identity.
/// What is only unknown is left out.
public final class Administrators {
    private final Map<EntityId, Reached> direct;
    private final Map<EntityId, Reached> near;

    private Administrators(Map<EntityId, Reached> direct, Map<EntityId, Reached> near) {
        this.direct = direct;
        this.near = near;
    }

    static Administrators of(SnapshotIndex index, List<Routes> routes) {
        Map<EntityId, Reached> direct = new HashMap<>();
        for (Identity identity : index.snapshot().identities()) {
            best(index, routes, identity.id(), Administrators::isWhole).ifPresent(it -> direct.put(identity.id(), it));
        }
        Map<EntityId, Reached> near = new HashMap<>();
        for (Identity identity : index.snapshot().identities()) {
            if (!direct.containsKey(identity.id())) {
                best(index, routes, identity.id(), direct::containsKey).ifPresent(it -> near.put(identity.id(), it));
            }
        }
        return new Administrators(direct, near);
    }

    /// The surest, then shortest way to a target of the wanted kind; the rest is not even looked for.
    private static Optional<Reached> best(
            SnapshotIndex index, List<Routes> routes, EntityId from, Predicate<EntityId> wanted) {
        List<Route> found = new ArrayList<>();
        routes.forEach(each -> each.from(from, wanted.negate(), found::add));
        return found.stream()
                .filter(route -> wanted.test(route.target()) && route.certainty() != Certainty.UNKNOWN)
                .min(Comparator.comparing(Route::certainty)
                        .thenComparingInt(route -> route.hops().size())
                        .thenComparing(Route::target))
                .map(route -> {
                    EntityFacts facts = EntityFacts.of(index, route.target());
                    return new Reached(
                            route.target(),
                            facts.name(),
                            facts.kind(),
                            facts.sensitivity(),
                            route.certainty(),
                            route.hops());
                });
    }

    private static boolean isWhole(EntityId id) {
        return id instanceof ResourceId resource && Whole.isWhole(resource);
    }

    /// How the identity controls an account, a server or a cluster by itself.
    public Optional<Reached> direct(EntityId id) {
        return Optional.ofNullable(direct.get(id));
    }

    /// How the identity becomes one that does.
    public Optional<Reached> oneStepAway(EntityId id) {
        return Optional.ofNullable(near.get(id));
    }
}
