package dev.curfew.analysis.graph;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.List;

/// What an edge knows besides its ends: through which groups and policies, by which actions, why. Edges alike share
/// one.
///
/// @param via what stands between, in order
/// @param kind of the last hop: what the step does
/// @param actions that make it
/// @param decision the statements and conditions that decide the last hop
public record EdgeLabel(List<Via> via, HopKind kind, String actions, Evaluation decision) {

    /// A group or policy on the way.
    public record Via(EntityId to, HopKind kind, String actions, Evaluation decision) {}

    public EdgeLabel {
        via = List.copyOf(via);
    }

    public static EdgeLabel of(Route route) {
        List<Via> via = new ArrayList<>(route.hops().size() - 1);
        for (Hop hop : route.hops().subList(0, route.hops().size() - 1)) {
            via.add(via(hop));
        }
        Hop last = route.hops().getLast();
        return new EdgeLabel(via, last.kind(), last.actions(), last.decision());
    }

    /// Whether it is the label of this one's edge.
    public boolean isOf(Route route) {
        List<Hop> hops = route.hops();
        Hop last = hops.getLast();
        if (via.size() != hops.size() - 1
                || kind != last.kind()
                || !actions.equals(last.actions())
                || !decision.equals(last.decision())) {
            return false;
        }
        for (int i = 0; i < via.size(); i++) {
            if (!via.get(i).equals(via(hops.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static Via via(Hop hop) {
        return new Via(hop.to(), hop.kind(), hop.actions(), hop.decision());
    }

    public Certainty certainty() {
        Certainty certainty = Certainty.of(decision);
        for (Via each : via) {
            certainty = certainty.and(Certainty.of(each.decision()));
        }
        return certainty;
    }

    public AccessLevel level() {
        return AccessLevel.of(kind, actions);
    }

    /// The hops of an edge between these ends.
    public List<Hop> hops(EntityId from, EntityId to) {
        List<Hop> hops = new ArrayList<>(via.size() + 1);
        EntityId at = from;
        for (Via each : via) {
            hops.add(new Hop(at, each.to(), each.kind(), each.actions(), each.decision()));
            at = each.to();
        }
        hops.add(new Hop(at, to, kind, actions, decision));
        return hops;
    }
}
