package dev.curfew.analysis.graph.estate;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.AccessGraphBuilder;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Asks the evaluators for every step of everybody, and of everything that the steps lead to.
final class Steps {
    /// Rows that are in memory as objects at once, before they are packed.
    private static final int BATCH = 4_096;

    private final BlastRadius radius;
    private final AccessGraphBuilder graph = new AccessGraphBuilder();
    private final Set<EntityId> asked = new HashSet<>();

    Steps(BlastRadius radius) {
        this.radius = radius;
    }

    AccessGraph of(Snapshot snapshot) {
        Set<EntityId> open = new LinkedHashSet<>();
        snapshot.identities().stream().map(Identity::id).forEach(open::add);
        snapshot.credentials().stream().map(Credential::id).forEach(open::add);
        snapshot.resources().stream().map(Resource::id).forEach(open::add);
        while (!open.isEmpty()) {
            open = ask(open);
        }
        return graph.build();
    }

    /// @return what the steps lead to and nobody was asked about yet
    private Set<EntityId> ask(Collection<EntityId> open) {
        asked.addAll(open);
        Set<EntityId> next = new LinkedHashSet<>();
        List<EntityId> all = new ArrayList<>(open);
        for (int i = 0; i < all.size(); i += BATCH) {
            List<Row> rows = all.subList(i, Math.min(i + BATCH, all.size())).parallelStream()
                    .map(from -> Row.of(from, radius.steps(from)))
                    .toList();
            for (Row row : rows) {
                row.addTo(graph);
                row.steps().stream()
                        .map(Route::target)
                        .filter(target -> !asked.contains(target))
                        .forEach(next::add);
            }
        }
        return next;
    }
}
