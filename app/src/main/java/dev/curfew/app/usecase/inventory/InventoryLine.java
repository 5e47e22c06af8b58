package dev.curfew.app.usecase.inventory;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;

/// A row of the inventory with what is to be looked at about it.
///
/// @param findings worst first
/// @param credentialsRead whether its source's credentials were read whole, so that none listed means none
public record InventoryLine(InventoryRow row, List<Finding> findings, boolean credentialsRead) {
    public InventoryLine {
        findings = List.copyOf(findings);
    }

    /// What it is called, with what a person has to know of that.
    public String name() {
        return row.isOwn() ? Messages.of(InventoryLine.class).text("name.own", row.name()) : row.name();
    }

    /// Whether there is no credential that could end.
    public boolean hasNoCredential() {
        return row.credentials() == 0 && credentialsRead;
    }

    /// When its credentials end; empty where there is none that could.
    public Optional<Expiry> ends() {
        return hasNoCredential() ? Optional.empty() : Optional.of(row.expiry());
    }
}
