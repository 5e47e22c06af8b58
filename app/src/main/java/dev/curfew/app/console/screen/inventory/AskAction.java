package dev.curfew.app.console.screen.inventory;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.inventory.attest.AskOwnerDialog;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.people.Attestation;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Asks an owner whether what is theirs is still needed, and says what they said.
final class AskAction {
    private static final Messages MESSAGES = Messages.of(AskAction.class);

    private AskAction() {}

    /// Empty where nobody is there to be asked.
    static Optional<Action> of(Session session, Identity identity) {
        return identity.ownership() instanceof Ownership.Owned(String owner, String _)
                ? Optional.of(Action.of(
                                MESSAGES.text("ask", owner),
                                Material2OutlinedMZ.RECORD_VOICE_OVER,
                                () -> new AskOwnerDialog(session).open(owner))
                        .when(writable(session)))
                : Optional.empty();
    }

    static ObservableValue<Availability> writable(Session session) {
        return new SimpleObjectProperty<>(
                Availability.unless(session.desk().readOnly(), MESSAGES.text("ask.readonly")));
    }

    static String words(Attestation said, Instant now) {
        String words = MESSAGES.text("said." + said.answer(), said.owner(), Words.relative(said.at(), now), said.ask());
        return said.reason().isEmpty() ? words : MESSAGES.text("said.reason", words, said.reason());
    }
}
