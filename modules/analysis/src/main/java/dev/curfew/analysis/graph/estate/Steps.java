package dev.curfew.analysis.graph.estate;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.AccessGraphBuilder;
import dev.curfew.analysis.graph.AccessGraphUpdate;
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
import java.util.function.Predicate;

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
        Set<EntityId> given = given(snapshot, radius);
        given.forEach(graph::node);
        follow(new Asking(graph), given, _ -> false);
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
        Asking asking = new Asking(graph);
        Set<EntityId> first = new HashSet<>(anew);
        // nobody reached it before, and somebody does whose other steps are as they were
        asking.ask(others, towards::of).stream()
                .filter(id -> before.node(id).isEmpty())
                .forEach(first::add);
        asked += others.size();
        follow(asking, first, id -> before.node(id).isPresent());
        return graph.build();
    }

    /// How many were asked for theirs.
    long asked() {
        return asked;
    }

    /// @param known those that need not be asked even where steps lead to them
    private void follow(Asking asking, Set<EntityId> first, Predicate<EntityId> known) {
        Set<EntityId> seen = new HashSet<>(first);
        Set<EntityId> open = first;
        while (!open.isEmpty()) {
            Set<EntityId> next = asking.ask(open, radius::steps);
            next.removeIf(target -> known.test(target) || !seen.add(target));
            open = next;
        }
        asked += seen.size();
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
