package dev.curfew.app.console.screen.inventory;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.estate.Several;
import dev.curfew.app.usecase.inventory.EntityDetail;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What can be done about the one thing that is looked at.
final class PanelActions {
    private static final Messages MESSAGES = Messages.of(PanelActions.class);

    private PanelActions() {}

    static List<Action> of(Session session, EntityDetail detail) {
        return switch (detail.fact()) {
            case Identity identity ->
                present(List.of(
                        Optional.of(cutOff(session, identity.id())),
                        AskAction.of(session, identity),
                        NarrowAction.ofHeld(session, detail.held()),
                        Optional.of(TimeBoxAction.of(session, detail)),
                        leaving(session, identity)));
            case Credential credential ->
                present(List.of(
                        Optional.of(cutOff(session, credential.id())),
                        RotateAction.of(session, credential),
                        NarrowAction.ofHeld(session, detail.held()),
                        Optional.of(TimeBoxAction.of(session, detail))));
            case Policy policy -> present(List.of(NarrowAction.of(session, List.of(policy))));
            case dev.curfew.model.estate.Resource _,
                    dev.curfew.model.estate.Grant _,
                    dev.curfew.model.estate.Membership _,
                    dev.curfew.model.estate.Trust _ -> List.of();
        };
    }

    private static List<Action> present(List<Optional<Action>> actions) {
        return actions.stream().flatMap(Optional::stream).toList();
    }

    /// All that stands for it, at all sources at once. Looking changes nothing.
    private static Action cutOff(Session session, EntityId id) {
        return Action.of(
                        MESSAGES.text("cut-off"),
                        Material2OutlinedMZ.REPORT,
                        () -> session.navigator().go(Destination.cuttingOff(id.text())))
                .when(session.acting().following(id.source()));
    }

    /// What an owner answers for is ended together, once they leave.
    private static Optional<Action> leaving(Session session, Identity identity) {
        return Several.owner(identity)
                .map(owner -> Action.of(
                        MESSAGES.text("offboard", owner),
                        Material2OutlinedMZ.PERSON_REMOVE,
                        () -> session.navigator().go(Destination.offboarding(owner))));
    }
}
