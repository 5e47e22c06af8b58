package dev.curfew.analysis.graph.estate;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.change.Different;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The nodes that are in a graph by themselves, in one snapshot and not in the other.
///
/// @param come those that the newer has got
/// @param gone those that it has not any more
record Given(Set<EntityId> come, Set<EntityId> gone) {

    static Given between(SnapshotIndex older, BlastRadius olderRadius, SnapshotIndex newer, BlastRadius newerRadius) {
        Given given = new Given(new HashSet<>(), new HashSet<>());
        given.look(older, newer, Snapshot::identities, Identity::id, SnapshotIndex::identity);
        given.look(older, newer, Snapshot::credentials, Credential::id, SnapshotIndex::credential);
        given.look(older, newer, Snapshot::resources, Resource::id, SnapshotIndex::resource);
        Set<IdentityId> outsiders = newerRadius.outsiders();
        olderRadius.outsiders().stream()
                .filter(id -> newer.identity(id).isEmpty())
                .forEach(given.gone::add);
        given.gone.removeAll(outsiders);
        given.come.addAll(outsiders);
        given.come.removeAll(olderRadius.outsiders());
        return given;
    }

    private <F, I extends EntityId> void look(
            SnapshotIndex older,
            SnapshotIndex newer,
            Function<Snapshot, List<F>> list,
            Function<F, I> id,
            BiFunction<SnapshotIndex, I, Optional<F>> find) {
        Different<F> different = Different.of(list.apply(older.snapshot()), list.apply(newer.snapshot()));
        different.before().stream()
                .map(id)
                .filter(it -> find.apply(newer, it).isEmpty())
                .forEach(gone::add);
        different.after().stream()
                .map(id)
                .filter(it -> find.apply(older, it).isEmpty())
                .forEach(come::add);
    }
}
