package dev.curfew.app.console.screen.inventory;

import dev.curfew.analysis.kind.Kinds;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;

/// Replaces a credential that is in use.
final class RotateAction {
    private static final Messages MESSAGES = Messages.of(RotateAction.class);

    private RotateAction() {}

    /// Empty for a kind that nothing is made beside.
    static Optional<Action> of(Session session, Credential credential) {
        if (!Kinds.packaged().isRotatable(credential.kind())) {
            return Optional.empty();
        }
        Availability working = Availability.unless(!credential.active(), MESSAGES.text("rotate.off"));
        return Optional.of(Action.of(
                        MESSAGES.text("rotate"),
                        Place.ROTATION.icon(),
                        () -> session.navigator()
                                .go(Destination.of(
                                        Place.ROTATION, credential.id().text())))
                .when(session.acting().on(credential.id().source(), new SimpleObjectProperty<>(working))));
    }
}
