package dev.curfew.analysis.reach.inside;

import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Leading;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Routes;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A provider's ways, and those that go on through what is read or wholly controlled, or through the workload that code
/// is run in. Who may only write to a secret has nothing of what is in it: so the way through a thing is part of its
/// principal's own step, and not a step of the thing.
public final class InsideRoutes implements Routes {
    private final Routes plain;
    private final Inside inside;

    public InsideRoutes(Routes plain, Inside inside) {
        this.plain = plain;
        this.inside = inside;
    }

    /// Also by what is in a thing.
    @Override
    public Optional<Leading> leadingTo(Set<EntityId> targets) {
        Set<EntityId> all = new HashSet<>(targets);
        for (ResourceId thing : inside.things()) {
            if (inside.of(thing).stream().anyMatch(it -> targets.contains(it.target()))) {
                all.add(thing);
            }
        }
        return plain.leadingTo(all).map(it -> new Leading(new InsideRoutes(it.routes(), inside), it.whom()));
    }

    @Override
    public void from(EntityId from, Predicate<EntityId> settled, Consumer<Route> found) {
        // a settled thing is looked for all the same while something in it is not settled
        Predicate<EntityId> settledWithAll = target -> settled.test(target)
                && (!(target instanceof ResourceId thing)
                        || inside.of(thing).stream().allMatch(it -> settled.test(it.target())));
        plain.from(from, settledWithAll, route -> {
            found.accept(route);
            if (opens(route) && route.target() instanceof ResourceId thing) {
                inside.of(thing).forEach(it -> found.accept(route.then(it)));
            }
        });
    }

    private static boolean opens(Route route) {
        HopKind kind = route.hops().getLast().kind();
        return kind == HopKind.READS || kind == HopKind.RUNS_AS || kind == HopKind.ADMINISTERS;
    }
}
