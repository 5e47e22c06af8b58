package dev.curfew.app.usecase.expiring;

import dev.curfew.app.usecase.inventory.InventoryFilter;
import java.util.List;

/// Lists credentials by how soon they end.
public final class ExpiringQuery {

    /// Sorted by band, then time, then id; as of now.
    public List<ExpiringRow> list(InventoryFilter filter) {
        throw new UnsupportedOperationException("being built");
    }
}
