package dev.curfew.app.usecase.inventory;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.inventory.InventoryRow;
import java.util.List;

/// A row of the inventory with what is to be looked at about it.
///
/// @param findings worst first
public record InventoryLine(InventoryRow row, List<Finding> findings) {
    public InventoryLine {
        findings = List.copyOf(findings);
    }
}
