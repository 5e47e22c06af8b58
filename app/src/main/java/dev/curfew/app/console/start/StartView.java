package dev.curfew.app.console.start;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.model.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What is in the window until a workspace is open.
public final class StartView extends ScrollPane {

    private static final Messages MESSAGES = Messages.of(StartView.class);

    private final StartViewModel model;
    private final FileChoosing files;
    private final StackPane place = new StackPane();

    public StartView(StartViewModel model, FileChoosing files) {
        this.model = model;
        this.files = files;
        FontIcon moon = new FontIcon(Material2OutlinedMZ.NIGHTS_STAY);
        moon.getStyleClass().add("icon-large");
        Label mark = new Label(MESSAGES.text("product"), moon);
        mark.getStyleClass().add("start-mark");
        Label motto = new Label(MESSAGES.text("motto"));
        motto.getStyleClass().add("muted");
        VBox card = new VBox(mark, motto, place);
        card.getStyleClass().add("start-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane middle = new StackPane(card);
        middle.setAlignment(Pos.CENTER);
        middle.getStyleClass().add("start");
        getStyleClass().add("edge-to-edge");
        setContent(middle);
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        model.state().subscribe(state -> place.getChildren().setAll(view(state)));
    }

    private Node view(StartState state) {
        return switch (state) {
            case StartState.Creating creating -> new CreateForm(model, creating, files);
            case StartState.Locked locked -> new UnlockForm(model, locked, files);
            case StartState.Busy(String words) -> Placeholder.busy(words);
            case StartState.Closed closed -> closed(closed);
        };
    }

    private Node closed(StartState.Closed closed) {
        return Placeholder.failed(
                MESSAGES.text("closed." + closed.reason()),
                closed.sentence(),
                Action.of(MESSAGES.text("again"), Material2OutlinedMZ.REFRESH, () -> model.choose(closed.location())),
                Action.of(
                        MESSAGES.text("elsewhere"),
                        Material2OutlinedAL.FOLDER_OPEN,
                        () -> files.folder(MESSAGES.text("elsewhere")).ifPresent(model::choose)));
    }
}
