package dev.curfew.app.usecase.expiring;

import dev.curfew.app.usecase.inventory.InventoryFilter;
import java.util.List;

/// Lists credentials by how soon they end.
public interface ExpiringQuery {

    /// Sorted by band, then time, then id; as of now.
    List<ExpiringRow> list(InventoryFilter filter);
}
