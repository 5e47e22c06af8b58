package dev.curfew.app.usecase.inventory;

import dev.curfew.model.id.EntityId;
import java.util.List;
import java.util.Optional;

/// Lists what is in the estate.
public final class InventoryQuery {

    /// Sorted by id.
    public List<InventoryRow> list(InventoryFilter filter) {
        throw new UnsupportedOperationException("being built");
    }

    /// Empty if the estate holds no such thing.
    public Optional<EntityDetail> detail(EntityId id) {
        throw new UnsupportedOperationException("being built");
    }
}
