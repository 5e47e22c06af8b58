package dev.curfew.app.console.signin;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.dialog.Copying;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.model.text.Messages;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// What the person does now, while this window waits for them.
final class WaitingView extends VBox {

    private static final Messages MESSAGES = Messages.of(WaitingView.class);

    private final Copying copying;
    private final VBox todo = new VBox();
    private final Label going = new Label(MESSAGES.text("asking"));

    WaitingView(ObservableValue<Optional<Told>> told, Copying copying) {
        this.copying = copying;
        getStyleClass().add("form");
        setId("sign-in-waiting");
        todo.getStyleClass().add("form");
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setAccessibleText(MESSAGES.text("waiting"));
        HBox progress = new HBox(bar, going);
        progress.getStyleClass().add("toolbar");
        progress.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(todo, progress);
        // Listens only while it is in a scene.
        told.when(sceneProperty().map(Objects::nonNull).orElse(false)).subscribe(this::show);
    }

    private void show(Optional<Told> told) {
        todo.getChildren().clear();
        told.ifPresent(now -> {
            going.setText(MESSAGES.text("waiting"));
            todo.getChildren()
                    .add(new WrappedLabel(
                            MESSAGES.text(now.isByCode() ? "enter" : now.opened() ? "opened" : "not-opened")));
            todo.getChildren().add(copied("address", now.prompt().address().toString(), "code"));
            if (now.isByCode()) {
                todo.getChildren().add(copied("code", now.prompt().code(), "sign-in-code"));
            }
        });
    }

    private Field copied(String key, String text, String styleClass) {
        TextField value = new TextField(text);
        value.setEditable(false);
        value.setId("sign-in-" + key);
        value.getStyleClass().add(styleClass);
        HBox.setHgrow(value, Priority.ALWAYS);
        Action copy =
                Action.of(MESSAGES.text(key + ".copy"), Material2OutlinedAL.CONTENT_COPY, () -> copying.text(text));
        HBox row = new HBox(value, ActionButton.withWords(copy));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("joined");
        return Field.of(MESSAGES.text(key), row, value);
    }
}
