package dev.curfew.analysis.reach.route;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.model.id.EntityId;
import java.util.List;

/// A way from one principal to something it reaches, through its own groups and policies.
///
/// @param hops at least one; the last leads to the target
public record Route(EntityId target, List<Hop> hops) {

    public Route {
        hops = List.copyOf(hops);
        if (hops.isEmpty() || !hops.getLast().to().equals(target)) {
            throw new IllegalArgumentException("a route ends at its target: " + target);
        }
    }

    public static Route of(List<Hop> before, Hop last) {
        List<Hop> hops = new java.util.ArrayList<>(before);
        hops.add(last);
        return new Route(last.to(), hops);
    }

    public Certainty certainty() {
        Certainty certainty = Certainty.CERTAIN;
        for (Hop hop : hops) {
            certainty = certainty.and(Certainty.of(hop.decision()));
        }
        return certainty;
    }
}
