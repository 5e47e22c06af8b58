package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.app.console.screen.revocation.preview.PreviewWords.Line;
import dev.curfew.model.id.EntityId;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.plan.Told;
import java.util.List;
import java.util.Map;

/// What cutting something off would do.
///
/// @param whose the ids of the credentials that the value is of
/// @param preview what is shown, and all that may be touched
/// @param notes where the value stands, and why some source was not asked; for a person
/// @param known what else is known of a credential, by its id
/// @param whom the identities that are cut off, and credentials that stand for none
record Looked(
        Naming naming,
        List<String> whose,
        Map<String, Object> preview,
        Map<String, List<Line>> known,
        List<EntityId> whom,
        List<String> notes) {
    Looked {
        whose = List.copyOf(whose);
        preview = Map.copyOf(preview);
        known = Map.copyOf(known);
        whom = List.copyOf(whom);
        notes = List.copyOf(notes);
    }

    KillOrder order(String reason) {
        return new KillOrder(naming, Extent.DELETE, reason);
    }

    int credentials() {
        return ids().size();
    }

    /// Of the credentials that end.
    List<String> ids() {
        return Told.of(preview).stream().map(Told::credential).distinct().toList();
    }
}
