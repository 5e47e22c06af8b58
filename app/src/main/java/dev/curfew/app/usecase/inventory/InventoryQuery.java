package dev.curfew.app.usecase.inventory;

import dev.curfew.model.id.EntityId;
import java.util.List;
import java.util.Optional;

/// Lists what is in the estate.
public interface InventoryQuery {

    /// Sorted by id.
    List<InventoryRow> list(InventoryFilter filter);

    /// Empty if the estate holds no such thing.
    Optional<EntityDetail> detail(EntityId id);
}
