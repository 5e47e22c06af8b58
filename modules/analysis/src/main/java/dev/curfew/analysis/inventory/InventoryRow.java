package dev.curfew.analysis.inventory;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.EntityId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of the inventory: an identity, or a credential that stands for no identity.
///
/// @param id an `IdentityId` or a `CredentialId`
/// @param credentials how many it holds; for a credential itself, 1
/// @param grants how many policies it holds, through its groups too
/// @param usage its last use, or the latest of its credentials' where those were seen later
/// @param expiry the first of its credentials to end; `Never` if none ends, `Unknown` if none is known
public record InventoryRow(
        EntityId id,
        String kind,
        String name,
        Ownership ownership,
        int credentials,
        int grants,
        @Nullable Instant createdAt,
        Usage usage,
        Expiry expiry,
        Map<String, String> tags) {

    public InventoryRow {
        tags = Map.copyOf(tags);
    }

    /// Whether Curfew itself reads or acts with it.
    public boolean isOwn() {
        return tags.getOrDefault("curfew:own", "").equals("true");
    }

    /// The owner's name, or empty.
    public String owner() {
        return switch (ownership) {
            case Ownership.Owned owned -> owned.owner();
            case Ownership.OwnerGone gone -> gone.owner();
            case Ownership.Unowned() -> "";
        };
    }
}
