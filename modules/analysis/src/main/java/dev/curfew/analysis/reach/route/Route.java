package dev.curfew.analysis.reach.route;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A way from one principal to something it reaches, through its own groups and policies.
///
/// @param hops at least one; the last leads to the target
public record Route(EntityId target, List<Hop> hops) {
    /// Of several ways of one principal to one target the one to tell comes first: the surest, then the shortest, then
    /// whatever does not depend on the order of reading.
    public static final Comparator<Route> ORDER = Comparator.comparing(Route::certainty)
            .thenComparingInt(route -> route.hops().size())
            .thenComparing(Route::strength, Comparator.reverseOrder())
            .thenComparing(route -> route.hops().getLast().kind())
            .thenComparing(route -> route.hops().getLast().actions())
            .thenComparing(route -> route.hops().toString());

    public Route {
        hops = List.copyOf(hops);
        if (hops.isEmpty() || !hops.getLast().to().equals(target)) {
            throw new IllegalArgumentException("a route ends at its target: " + target);
        }
    }

    public static Route of(List<Hop> before, Hop last) {
        List<Hop> hops = new ArrayList<>(before);
        hops.add(last);
        return new Route(last.to(), hops);
    }

    /// The way on, by a route that begins at this one's target.
    public Route then(Route next) {
        List<Hop> all = new ArrayList<>(hops);
        all.addAll(next.hops());
        return new Route(next.target(), all);
    }

    /// How much can be done to the target.
    private int strength() {
        return hops.getLast().kind().strength();
    }

    public Certainty certainty() {
        Certainty certainty = Certainty.CERTAIN;
        for (Hop hop : hops) {
            certainty = certainty.and(Certainty.of(hop.decision()));
        }
        return certainty;
    }
}
