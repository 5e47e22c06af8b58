package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Dialogs;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Takes a source away once its name was typed: nobody has its credentials here afterwards.
record RemoveDialog(Dialogs dialogs, Consumer<SourceName> remove) {
    private static final Messages MESSAGES = Messages.of(RemoveDialog.class);

    void open(SourceName name) {
        TextField typed = new TextField();
        typed.setId("remove-name");
        VBox form = new VBox(Field.of(MESSAGES.text("remove.typed"), typed, ""));
        form.getStyleClass().add("form");
        Action confirm = dialogs.closing(
                        MESSAGES.text("remove.confirm", name), Material2OutlinedAL.LINK_OFF, () -> remove.accept(name))
                .when(typed.textProperty()
                        .map(text -> Availability.unless(
                                !text.strip().equals(name.value()), MESSAGES.text("remove.typed.not", name))));
        dialogs.show(Sheet.of(MESSAGES.text("remove.title", name), MESSAGES.text("remove.lead"), form, confirm)
                .dangerously()
                .focusing(typed));
    }
}
