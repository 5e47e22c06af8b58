package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for an officer whose key is on another machine.
final class OtherOfficerForm extends VBox {

    private static final Messages MESSAGES = Messages.of(OtherOfficerForm.class);

    private final TextField name = new TextField();
    private final TextField displayName = new TextField();
    private final TextField key = new TextField();

    OtherOfficerForm() {
        getStyleClass().add("form");
        name.setId("other-officer-name");
        displayName.setId("other-officer-display-name");
        key.setId("other-officer-key");
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("other.name"), name, MESSAGES.text("other.name.hint")),
                        Field.of(MESSAGES.text("other.display"), displayName, ""),
                        Field.of(MESSAGES.text("other.key"), key, MESSAGES.text("other.key.hint")));
    }

    TextField first() {
        return name;
    }

    String name() {
        return name.getText().strip();
    }

    String displayName() {
        return displayName.getText().strip();
    }

    String key() {
        return key.getText().strip();
    }

    ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(
                () -> Availability.unless(!Officer.isName(name()), MESSAGES.text("other.name.wrong"))
                        .and(Availability.unless(displayName().isEmpty(), MESSAGES.text("other.display.missing")))
                        .and(Availability.unless(key().isEmpty(), MESSAGES.text("other.key.missing"))),
                name.textProperty(),
                displayName.textProperty(),
                key.textProperty());
    }
}
