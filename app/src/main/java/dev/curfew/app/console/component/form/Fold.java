package dev.curfew.app.console.component.form;

import dev.curfew.model.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// What few need of a form, behind a button that says what it is. Nothing in it is lost while it is folded.
public final class Fold extends VBox {

    private static final Messages MESSAGES = Messages.of(Fold.class);

    private final BooleanProperty open = new SimpleBooleanProperty();

    public Fold(String words, Node content) {
        getStyleClass().add("form");
        Button button = new Button(words);
        button.getStyleClass().add("flat");
        button.setOnAction(_ -> open.set(!open.get()));
        content.visibleProperty().bind(open);
        content.managedProperty().bind(open);
        open.subscribe(it -> {
            button.setGraphic(new FontIcon(it ? Material2OutlinedAL.EXPAND_LESS : Material2OutlinedAL.EXPAND_MORE));
            button.setAccessibleText(MESSAGES.text(it ? "fold.open" : "fold.folded", words));
        });
        getChildren().addAll(button, content);
    }

    public void open() {
        open.set(true);
    }
}
