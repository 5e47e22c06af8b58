package dev.curfew.app.console.screen.inventory;

import dev.curfew.analysis.narrowing.policy.PolicyNarrowing;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.screen.inventory.narrow.NarrowDialog;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.inventory.EntityDetail.Held;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Narrows a policy to what it is used for. Looking changes nothing.
final class NarrowAction {
    private static final Messages MESSAGES = Messages.of(NarrowAction.class);

    private NarrowAction() {}

    /// Empty where nothing is held that could be narrowed.
    static Optional<Action> ofHeld(Session session, List<Held> held) {
        return of(
                session,
                held.stream()
                        .filter(one -> one.grant().role() == GrantRole.IDENTITY)
                        .flatMap(one -> one.policy().stream())
                        .distinct()
                        .toList());
    }

    /// Empty where none of them can be narrowed.
    static Optional<Action> of(Session session, List<Policy> policies) {
        List<Policy> known = policies.stream()
                .filter(policy -> PolicyNarrowing.knows(policy.kind()))
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(Action.of(
                        MESSAGES.text("narrow"),
                        Material2OutlinedAL.CONTENT_CUT,
                        () -> new NarrowDialog(session).open(known)));
    }
}
