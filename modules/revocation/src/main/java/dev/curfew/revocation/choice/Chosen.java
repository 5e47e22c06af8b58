package dev.curfew.revocation.choice;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.governance.Window;
import dev.curfew.model.revocation.Action;
import dev.curfew.revocation.catalogue.Revocability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One credential to revoke, with what is known of its kind and what will be done to it.
///
/// @param window the open window it was issued for; null if it was not issued by Curfew
/// @param actions in order; never empty
/// @param own whether Curfew itself hangs on it
public record Chosen(
        Credential credential,
        Revocability how,
        List<Action> actions,
        @Nullable Window window,
        Own own) {
    public Chosen {
        actions = List.copyOf(actions);
    }
}
