package dev.curfew.app.usecase.revocation.leak;

import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of something that leaked.
///
/// @param found whose it is; empty if no source knows
/// @param preview what cutting it off would do, as a plan's preview; empty where nothing can be done
/// @param notes why something was not asked, or cannot be done; for a person
public record Leak(List<Found> found, Map<String, Object> preview, List<String> notes) {
    public Leak {
        found = List.copyOf(found);
        preview = Map.copyOf(preview);
        notes = List.copyOf(notes);
    }

    /// @param id of the credential, also where no reading has seen it
    /// @param row whose it is, as the inventory has it: of its identity, or its own where it stands for none
    /// @param places where its value stands: files, secrets of clusters
    /// @param ofOneKey certificates of the same key
    public record Found(
            String id,
            Optional<Credential> credential,
            Optional<InventoryRow> row,
            List<Resource> places,
            List<Credential> ofOneKey) {
        public Found {
            places = List.copyOf(places);
            ofOneKey = List.copyOf(ofOneKey);
        }
    }

    /// Whom to ask after: the identities, and credentials that stand for none.
    public List<EntityId> whose() {
        return found.stream()
                .flatMap(one -> one.row().stream())
                .map(InventoryRow::id)
                .distinct()
                .toList();
    }

    public List<String> ids() {
        return found.stream().map(Found::id).toList();
    }
}
