package dev.curfew.analysis.sketch;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The hops that hold in one of two estates, among what an answer joins.
final class World {
    private record Told(EntityId from, EntityId to, HopKind kind) {
        static Told of(Hop hop) {
            return new Told(hop.from(), hop.to(), hop.kind());
        }
    }

    private record Pair(EntityId from, EntityId to) {}

    private final EstateGraph estate;
    private final Set<Told> told = new HashSet<>();
    private final Set<Pair> steps = new HashSet<>();

    World(EstateGraph estate, Collection<List<Hop>> paths) {
        this.estate = estate;
        Set<EntityId> joined = new HashSet<>();
        for (List<Hop> path : paths) {
            for (Hop hop : path) {
                told.add(Told.of(hop));
                joined.add(hop.from());
                joined.add(hop.to());
            }
        }
        AccessGraph graph = estate.graph();
        for (int tail : graph.nodes(joined)) {
            for (int arc = graph.forward().first(tail); arc < graph.forward().end(tail, Arcs.CLASSES - 1); arc++) {
                EntityId head = graph.entity(graph.forward().head(arc));
                if (joined.contains(head)) {
                    steps.add(new Pair(graph.entity(tail), head));
                    graph.edge(arc).hops().forEach(hop -> told.add(Told.of(hop)));
                }
            }
        }
    }

    /// A step is told by one of the policies that allow it. So what is not told here and is told elsewhere may hold all
    /// the same.
    ///
    /// @param makers who makes the step that the hop belongs to
    /// @param other where the hop is told
    boolean holds(Hop hop, Set<EntityId> makers, World other) {
        if (told.contains(Told.of(hop))) {
            return true;
        }
        return switch (hop.kind()) {
            case HOLDS ->
                estate.index().grantsOf(hop.from()).stream()
                        .anyMatch(grant -> grant.policy().equals(hop.to()));
            case MEMBER_OF ->
                hop.from() instanceof IdentityId member
                        && hop.to() instanceof IdentityId group
                        && estate.index().groupsOf(member).contains(group);
            case LOGS_IN_AS,
                    ASSUMES,
                    FEDERATES,
                    PASSES_ROLE,
                    MINTS,
                    RUNS_AS,
                    IMPERSONATES,
                    READS,
                    WRITES,
                    ADMINISTERS,
                    ESCALATES ->
                hop.from() instanceof PolicyId policy
                        && text(policy).equals(other.text(policy))
                        && makers.stream().anyMatch(maker -> steps.contains(new Pair(maker, hop.to())));
        };
    }

    private Optional<String> text(PolicyId policy) {
        return estate.index().policy(policy).map(Policy::text);
    }
}
