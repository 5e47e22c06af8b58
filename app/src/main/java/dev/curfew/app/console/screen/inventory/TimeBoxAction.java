package dev.curfew.app.console.screen.inventory;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.screen.inventory.timebox.Part;
import dev.curfew.app.console.screen.inventory.timebox.TimeBoxDialog;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.inventory.EntityDetail;
import dev.curfew.app.usecase.inventory.EntityDetail.Held;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Puts an end on what somebody has. Looking changes nothing.
final class TimeBoxAction {
    private static final Messages MESSAGES = Messages.of(TimeBoxAction.class);

    private TimeBoxAction() {}

    static Action of(Session session, EntityDetail detail) {
        return Action.of(
                        MESSAGES.text("timebox"),
                        Material2OutlinedMZ.TIMER,
                        () -> new TimeBoxDialog(session).open(detail.id(), parts(detail)))
                .when(session.acting().following(detail.id().source()));
    }

    /// All of it, and what it has by itself: policies, and the groups that it is in.
    private static List<Part> parts(EntityDetail detail) {
        List<Part> parts = new ArrayList<>(List.of(new Part(Optional.empty(), MESSAGES.text("timebox.all"))));
        for (Held held : detail.held()) {
            if (held.through().equals(detail.id()) && held.grant().role() == GrantRole.IDENTITY) {
                String name = held.policy()
                        .map(Policy::name)
                        .orElse(held.grant().policy().nativeId());
                parts.add(new Part(Optional.of(held.grant().policy()), MESSAGES.text("timebox.policy", name)));
            } else if (held.through() instanceof IdentityId group && !group.equals(detail.id())) {
                parts.add(new Part(Optional.of(group), MESSAGES.text("timebox.group", group.nativeId())));
            }
        }
        return parts.stream().distinct().toList();
    }
}
