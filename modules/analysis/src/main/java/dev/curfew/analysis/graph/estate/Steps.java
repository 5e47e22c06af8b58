package dev.curfew.analysis.graph.estate;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.AccessGraphBuilder;
import dev.curfew.analysis.graph.AccessGraphUpdate;
import dev.curfew.analysis.graph.StepSink;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.change.Concerned;
import dev.curfew.analysis.reach.route.Towards;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.Snapshot;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Every step of everybody, and of everything that the steps lead to.
final class Steps {
    /// Where more than this part of all would be asked, all are: what is not asked for has to be sorted out as well.
    private static final double MOST = 0.5;

    /// Of so few nodes either takes no time.
    private static final int SMALL = 1_000;

    private final BlastRadius radius;
    private long asked;

    Steps(BlastRadius radius) {
        this.radius = radius;
    }

    AccessGraph of(Snapshot snapshot) {
        AccessGraphBuilder graph = new AccessGraphBuilder();
        given(snapshot, radius).forEach(graph::node);
        follow(graph, graph.since(0));
        return graph.build();
    }

    /// The same graph as of the newer snapshot alone, but only those are asked whom the changes concern, unless these
    /// are most.
    ///
    /// @param before the older snapshot's
    AccessGraph of(Snapshot snapshot, AccessGraph before, Given given, Concerned concerned) {
        // whoever comes to be reached is asked then
        Set<EntityId> anew = new HashSet<>();
        concerned.principals().stream()
                .filter(id -> before.node(id).isPresent())
                .forEach(anew::add);
        given.come().stream().filter(id -> before.node(id).isEmpty()).forEach(anew::add);
        anew.addAll(given.gone());
        Set<EntityId> targets = concerned.targets();
        Towards towards = radius.towards(targets);
        List<EntityId> others = before.entities().parallelStream()
                .filter(id -> !anew.contains(id) && towards.isPossible(id))
                .toList();
        if (before.nodes() > SMALL && anew.size() + others.size() > MOST * before.nodes()) {
            return of(snapshot);
        }
        AccessGraphUpdate graph = new AccessGraphUpdate(before, anew, targets);
        given.come().forEach(graph::node);
        given.gone().forEach(graph::gone);
        new Asking(graph).ask(others, towards::of);
        asked += others.size();
        // nobody reached these before, and somebody does whose other steps are as they were
        anew.addAll(graph.since(0));
        follow(graph, List.copyOf(anew));
        return graph.build();
    }

    /// How many were asked for theirs.
    long asked() {
        return asked;
    }

    /// Asks also whomever the steps lead to that the graph did not know.
    private void follow(StepSink graph, List<EntityId> first) {
        Asking asking = new Asking(graph);
        List<EntityId> open = first;
        while (!open.isEmpty()) {
            int known = graph.known();
            asking.ask(open, radius::steps);
            asked += open.size();
            open = graph.since(known);
        }
    }

    private static Set<EntityId> given(Snapshot snapshot, BlastRadius radius) {
        Set<EntityId> given = new LinkedHashSet<>();
        snapshot.identities().stream().map(Identity::id).forEach(given::add);
        snapshot.credentials().stream().map(Credential::id).forEach(given::add);
        snapshot.resources().stream().map(Resource::id).forEach(given::add);
        given.addAll(radius.outsiders());
        return given;
    }
}
