package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.custody.Holder;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/// Who signs for the drill, and so many of the holders, each with the passphrase of their own custody key.
final class DrillForm extends VBox {
    private static final Messages MESSAGES = Messages.of(DrillForm.class);

    private final OfficerFields officer;
    private final int threshold;
    private final Map<String, PasswordField> holders = new LinkedHashMap<>();

    DrillForm(BreakGlassPath path, List<Officer> signers) {
        getStyleClass().add("form");
        officer = new OfficerFields(signers);
        threshold = path.threshold();
        getChildren().add(officer);
        for (Holder holder : path.holders()) {
            PasswordField passphrase = new PasswordField();
            passphrase.setId("holder-" + holder.officer());
            holders.put(holder.officer(), passphrase);
            getChildren().add(Field.of(MESSAGES.text("holder", holder.officer()), passphrase, ""));
        }
    }

    ObservableValue<Availability> availability() {
        List<Observable> all = new ArrayList<>(List.of(officer.availability()));
        holders.values().forEach(field -> all.add(field.textProperty()));
        ObservableValue<Availability> signed = officer.availability();
        all.add(signed);
        return Bindings.createObjectBinding(
                () -> signed.getValue()
                        .and(Availability.unless(brought() < threshold, MESSAGES.text("holders.few", threshold))),
                all.toArray(Observable[]::new));
    }

    private long brought() {
        return holders.values().stream()
                .filter(field -> !field.getText().isEmpty())
                .count();
    }

    /// As `OfficerFields.take`.
    OfficerLogin officer() {
        return officer.take();
    }

    /// Those whose passphrase was typed; it leaves the field, and whoever takes it closes it.
    List<OfficerLogin> holders() {
        List<OfficerLogin> logins = new ArrayList<>();
        holders.forEach((name, field) -> {
            if (!field.getText().isEmpty()) {
                logins.add(new OfficerLogin(name, Secret.of(field.getText())));
                field.clear();
            }
        });
        return logins;
    }
}
