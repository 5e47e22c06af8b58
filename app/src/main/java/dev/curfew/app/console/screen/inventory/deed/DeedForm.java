package dev.curfew.app.console.screen.inventory.deed;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What would be done, why, and in whose name.
public final class DeedForm extends VBox {
    private static final int REASON_ROWS = 2;

    private final Messages words;
    private final Prose reason;
    private final OfficerFields officer;
    private final Availability may;

    /// @param words with what is asked of whoever does it
    /// @param id the beginning of the reason's
    /// @param may whether it may be done at all
    public DeedForm(Messages words, String id, Node shown, List<Officer> signers, Availability may) {
        this.words = words;
        this.may = may;
        reason = new Prose(id + "-reason", REASON_ROWS, "");
        officer = new OfficerFields(signers);
        getStyleClass().add("form");
        getChildren().addAll(shown, Field.of(words.text("reason"), reason, words.text("reason.hint")), officer);
    }

    /// Whether anything may be done here at all.
    ///
    /// @param words with why not
    public static Availability may(Session session, Messages words, List<Officer> signers) {
        return Availability.unless(session.desk().readOnly(), words.text("readonly"))
                .and(Availability.unless(signers.isEmpty(), words.text("officer.first")));
    }

    public ObservableValue<Availability> availability() {
        return officer.availability(reason, words.text("reason.missing")).map(may::and);
    }

    public String reason() {
        return reason.getText().strip();
    }

    /// As `OfficerFields.take`.
    public OfficerLogin login() {
        return officer.take();
    }
}
