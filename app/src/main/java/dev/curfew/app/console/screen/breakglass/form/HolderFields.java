package dev.curfew.app.console.screen.breakglass.form;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.custody.Holder;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/// So many of a path's holders, each with the passphrase of their own custody key.
public final class HolderFields extends VBox {
    private static final Messages MESSAGES = Messages.of(HolderFields.class);

    private final ObservableValue<Integer> threshold;
    private final Map<String, PasswordField> holders = new LinkedHashMap<>();

    /// Those of a path that is registered.
    public static HolderFields of(BreakGlassPath path) {
        return new HolderFields(
                path.holders().stream().map(Holder::officer).toList(),
                new ReadOnlyObjectWrapper<>(path.threshold()).getReadOnlyProperty());
    }

    /// @param threshold how many it takes
    HolderFields(List<String> officers, ObservableValue<Integer> threshold) {
        getStyleClass().add("form");
        this.threshold = threshold;
        for (String officer : officers) {
            PasswordField passphrase = new PasswordField();
            passphrase.setId("holder-" + officer);
            holders.put(officer, passphrase);
            getChildren().add(Field.of(MESSAGES.text("holder", officer), passphrase, ""));
        }
    }

    public ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(
                () -> Availability.unless(
                        brought() < threshold.getValue(), MESSAGES.text("holders.few", threshold.getValue())),
                Stream.concat(
                                Stream.<Observable>of(threshold),
                                holders.values().stream().map(PasswordField::textProperty))
                        .toArray(Observable[]::new));
    }

    private long brought() {
        return holders.values().stream()
                .filter(field -> !field.getText().isEmpty())
                .count();
    }

    /// Those whose passphrase was typed; it leaves the field, and whoever takes it closes it.
    public List<OfficerLogin> take() {
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
