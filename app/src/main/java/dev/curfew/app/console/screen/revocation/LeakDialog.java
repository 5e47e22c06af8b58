package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.SecretField;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Something leaked: contain now, investigate after. The value is in memory for this run only.
final class LeakDialog {
    private static final Messages MESSAGES = Messages.of(LeakDialog.class);
    private static final int REASON_ROWS = 1;

    private final Session session;
    private final RevocationViewModel model;

    LeakDialog(Session session, RevocationViewModel model) {
        this.session = session;
        this.model = model;
    }

    void open() {
        SecretField value =
                new SecretField(MESSAGES.text("leak.value"), MESSAGES.text("leak.value.hint"), session.files());
        value.field().setId("leaked-value");
        TextField named = new TextField();
        named.setId("leaked-named");
        TextArea reason = new TextArea(MESSAGES.text("leak.reason"));
        reason.setId("leaked-reason");
        reason.setPrefRowCount(REASON_ROWS);
        reason.setWrapText(true);
        OfficerFields officer = new OfficerFields(model.cases().signers());
        VBox form = new VBox(
                value,
                Field.of(MESSAGES.text("leak.named"), named, MESSAGES.text("leak.named.hint")),
                Field.of(MESSAGES.text("plan.reason"), reason, ""),
                officer);
        form.getStyleClass().add("form");
        ObservableValue<Availability> signed = officer.availability();
        ObservableValue<Availability> ready = Bindings.createObjectBinding(
                () -> model.cases()
                        .maySign()
                        .and(Availability.unless(
                                value.isEmpty() && named.getText().isBlank(), MESSAGES.text("leak.missing")))
                        .and(Availability.unless(reason.getText().isBlank(), MESSAGES.text("plan.reason.missing")))
                        .and(signed.getValue()),
                value.text(),
                named.textProperty(),
                reason.textProperty(),
                signed,
                model.cases().content());
        Action confirm = Action.of(MESSAGES.text("leak.confirm"), Material2OutlinedAL.BLOCK, () -> {
                    Optional<Secret> taken = value.isEmpty() ? Optional.empty() : Optional.of(value.take());
                    List<String> names = words(named.getText());
                    String why = reason.getText().strip();
                    var login = officer.take();
                    session.dialogs().close();
                    model.contain(login, taken, names, why);
                })
                .when(ready);
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("leak.title"), MESSAGES.text("leak.lead"), form, confirm)
                        .dangerously()
                        .focusing(value.field()));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
