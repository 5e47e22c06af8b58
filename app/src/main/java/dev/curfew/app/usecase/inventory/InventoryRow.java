package dev.curfew.app.usecase.inventory;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.EntityId;
import java.util.List;
import java.util.Map;

/// One non-human identity, or a credential that stands for none (an OpenBao token without an entity).
///
/// @param credentials how many credentials prove it
/// @param grants how many policies it holds, through its groups too
/// @param lastUse the newest use of itself or of its credentials, with the evidence's quality
/// @param nextExpiry what ends first of its credentials; `Never` when it has none that ends
/// @param findings titles of what is wrong with it, gravest first
public record InventoryRow(
        EntityId id,
        String kind,
        String name,
        Ownership ownership,
        int credentials,
        int grants,
        Usage lastUse,
        Expiry nextExpiry,
        List<String> findings,
        Map<String, String> tags) {
    public InventoryRow {
        findings = List.copyOf(findings);
        tags = Map.copyOf(tags);
    }
}
