package dev.curfew.app.usecase.inventory;

import dev.curfew.analysis.lifecycle.Lifecycle;
import dev.curfew.analysis.lifecycle.Lifecycles;
import dev.curfew.analysis.lifecycle.Revoked;
import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says where identities stand, by the snapshot, the requests, and what was revoked.
public final class LifecycleQuery {
    private final Estate estate;
    private final Books books;
    private final InstantSource clock;

    public LifecycleQuery(Estate estate, Books books, InstantSource clock) {
        this.estate = estate;
        this.books = books;
        this.clock = clock;
    }

    /// Without those that are no identity.
    public Map<EntityId, Lifecycle> of(List<InventoryLine> lines) {
        SnapshotIndex index = estate.current();
        Lifecycles lifecycles = books.read(transaction -> new Lifecycles(
                index,
                transaction.requests().all(),
                Revoked.of(transaction.plans().all(), transaction.steps().all()),
                clock.instant()));
        Map<EntityId, Lifecycle> all = new HashMap<>();
        for (InventoryLine line : lines) {
            if (line.row().id() instanceof IdentityId id) {
                index.identity(id)
                        .ifPresent(identity ->
                                all.put(id, lifecycles.of(identity, line.row().usage())));
            }
        }
        return all;
    }
}
