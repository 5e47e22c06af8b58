package dev.curfew.analysis.graph.estate;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.AccessGraphBuilder;
import dev.curfew.analysis.graph.AccessGraphUpdate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.change.Concerned;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.Snapshot;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// Every step of everybody, and of everything that the steps lead to.
final class Steps {
    private final BlastRadius radius;

    Steps(BlastRadius radius) {
        this.radius = radius;
    }

    AccessGraph of(Snapshot snapshot) {
        AccessGraphBuilder graph = new AccessGraphBuilder();
        Set<EntityId> given = given(snapshot, radius);
        given.forEach(graph::node);
        follow(new Asking(graph), given, Set.of());
        return graph.build();
    }

    /// The same graph as of the newer snapshot alone, but only those are asked whom the changes concern.
    ///
    /// @param olderRadius of the older snapshot
    AccessGraph of(AccessGraph before, Snapshot older, BlastRadius olderRadius, Snapshot newer, Concerned concerned) {
        Set<EntityId> given = given(newer, radius);
        Set<EntityId> gone = given(older, olderRadius);
        gone.removeAll(given);
        Set<EntityId> known = new HashSet<>(before.entities());
        Set<EntityId> anew = new HashSet<>(concerned.principals());
        anew.addAll(given.stream().filter(id -> !known.contains(id)).toList());
        anew.addAll(gone);
        Set<EntityId> targets = concerned.targets();
        AccessGraphUpdate update = new AccessGraphUpdate(before, anew, targets);
        given.forEach(update.graph()::node);
        gone.forEach(update::gone);
        Asking asking = new Asking(update.graph());
        if (!targets.isEmpty()) {
            known.removeAll(anew);
            asking.ask(known, from -> radius.stepsTo(from, targets));
        }
        known.addAll(anew);
        follow(asking, anew, known);
        return update.graph().build();
    }

    /// @param known those that need not be asked even where steps lead to them
    private void follow(Asking asking, Collection<EntityId> first, Set<EntityId> known) {
        Set<EntityId> asked = new HashSet<>(known);
        asked.addAll(first);
        Set<EntityId> open = new LinkedHashSet<>(first);
        while (!open.isEmpty()) {
            Set<EntityId> next = new LinkedHashSet<>(asking.ask(open, radius::steps));
            next.removeIf(target -> !asked.add(target));
            open = next;
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
