package dev.curfew.app.usecase.reach;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an identity, or a credential, can become and touch.
public final class ReachQuery {
    /// Identities from which it takes seconds to build the graph.
    private static final int LARGE = 10_000;

    /// Bytes of heap for each identity that building the graph takes at most.
    private static final long ROOM_EACH = 12_000;

    private final Estate estate;
    private final GraphKeep keep;
    private @Nullable SnapshotReach current;

    public ReachQuery(Estate estate, GraphKeep keep) {
        this.estate = estate;
        this.keep = keep;
    }

    /// Of an identity or a credential; of a policy: what a holder of exactly it would reach.
    ///
    /// One question is searched for; where the access graph is there, it answers.
    public Reach of(EntityId from) {
        if (from instanceof PolicyId policy) {
            return adds(policy);
        }
        SnapshotReach reach = current();
        Optional<EstateGraph> graph = reach.graphIfBuilt();
        return graph.isPresent() ? graph.get().reach(from) : reach.radius().of(from);
    }

    /// What somebody reaches who has all of these at once, as an answer about the first of them.
    ///
    /// @param from at least one, and no policy where there are several
    public Reach of(List<EntityId> from) {
        return from.size() == 1 ? of(from.getFirst()) : access().together(from);
    }

    /// What being given the policy would add to a holder who has nothing else.
    public Reach adds(PolicyId policy) {
        return current().radius().adds(policy);
    }

    /// The things that keep it, or run as it: pods, functions, files, secrets.
    public List<ResourceId> keepers(EntityId id) {
        return current().keepers().of(id);
    }

    /// The access graph of the newest snapshot. Built by the first who asks: anew about a second for 10,000 identities,
    /// in less out of an earlier snapshot's.
    public EstateGraph access() {
        return current().graph();
    }

    /// Begins to build the access graph, for whoever is about to ask much. Comes back at once.
    public void prepare() {
        SnapshotReach reach = current();
        if (reach.graphIfBuilt().isEmpty()) {
            Thread.ofVirtual().name("access-graph").start(reach::graph);
        }
    }

    /// Builds the access graph of a large estate, so that whoever opens the workspace next finds it kept. A small one
    /// takes no longer to build than to read, and one that there is no room for is left to whoever asks.
    ///
    /// @param stage what to call this work
    /// @return whether it is there
    public boolean readAhead(Progress progress, String stage) {
        SnapshotReach reach = current();
        int identities = reach.index().snapshot().identities().size();
        boolean worth = identities >= LARGE
                && identities * ROOM_EACH <= Runtime.getRuntime().maxMemory();
        if (worth) {
            progress.at(stage, 0, -1);
            reach.graph();
        }
        return worth;
    }

    private synchronized SnapshotReach current() {
        SnapshotIndex index = estate.current();
        SnapshotReach before = current;
        if (before != null && before.index() == index) {
            return before;
        }
        SnapshotReach reach = new SnapshotReach(index, before == null ? null : before.newest(), keep);
        current = reach;
        return reach;
    }
}
