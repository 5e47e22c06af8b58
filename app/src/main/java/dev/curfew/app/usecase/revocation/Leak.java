package dev.curfew.app.usecase.revocation;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
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
    /// @param places where its value stands: files, secrets of clusters
    /// @param ofOneKey certificates of the same key
    public record Found(
            String id,
            Optional<Credential> credential,
            Optional<Identity> holder,
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
                .<Optional<EntityId>>map(one -> one.holder()
                        .<EntityId>map(Identity::id)
                        .or(() -> one.credential().map(Credential::id)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    public List<String> ids() {
        return found.stream().map(Found::id).toList();
    }
}
