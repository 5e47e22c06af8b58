package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The line above everything: which workspace, how fresh, the way to any command.
final class Header extends HBox {

    private static final Messages MESSAGES = Messages.of(Header.class);

    private final StackPane freshness = new StackPane();

    Header(String workspace, Action palette, List<Action> right) {
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        Label mark = new Label(MESSAGES.text("product"), new FontIcon(Material2OutlinedMZ.NIGHTS_STAY));
        mark.getStyleClass().add("wordmark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label(workspace, new FontIcon(Material2OutlinedAL.FOLDER));
        name.getStyleClass().add("workspace-name");
        // The search field gives way first.
        name.setMinWidth(USE_PREF_SIZE);
        freshness.setMinWidth(USE_PREF_SIZE);
        Region left = spacer();
        Region middle = spacer();
        getChildren().addAll(mark, name, freshness, left, search(palette), middle);
        right.forEach(action -> getChildren().add(ActionButton.iconOnly(action)));
    }

    void show(EstateStatus status) {
        Chip chip = Chip.of(status.whole() ? Tone.GOOD : Tone.CARE, status.sentence());
        chip.getStyleClass().add("freshness");
        chip.setMinWidth(USE_PREF_SIZE);
        freshness.getChildren().setAll(chip);
    }

    /// Looks like the field it opens.
    private static Button search(Action palette) {
        Label keys = new Label(palette.keyWords().orElse(""));
        keys.getStyleClass().add("key");
        Label words = new Label(MESSAGES.text("search"), new FontIcon(palette.icon()));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox inside = new HBox(words, keys);
        inside.getStyleClass().add("search-inside");
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(inside);
        button.getStyleClass().add("search-button");
        button.setAccessibleText(MESSAGES.text("search"));
        button.setOnAction(_ -> palette.run());
        return button;
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
