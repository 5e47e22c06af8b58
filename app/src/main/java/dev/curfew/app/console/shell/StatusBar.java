package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.work.Running;
import dev.curfew.model.text.Messages;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The line below everything: what is shown, what is running, how the ledger stands.
final class StatusBar extends HBox {

    private static final Messages MESSAGES = Messages.of(StatusBar.class);

    private final Label summary = new Label();
    private final Label ledger = new Label();
    private final Button signedIn = new Button("", new FontIcon(Material2OutlinedMZ.PERSON_OUTLINE));
    private final HBox tasks = new HBox();

    /// @param signIn shows more of who signed in
    StatusBar(ObservableList<Running> running, Action signIn) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        tasks.getStyleClass().add("tasks");
        tasks.setAlignment(Pos.CENTER_LEFT);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        signedIn.getStyleClass().addAll("flat", "small");
        signedIn.setId("status-signed-in");
        signedIn.setOnAction(_ -> signIn.run());
        signedIn.visibleProperty().bind(signedIn.textProperty().isNotEmpty());
        signedIn.managedProperty().bind(signedIn.visibleProperty());
        signedIn.focusTraversableProperty().bind(signedIn.visibleProperty());
        getChildren().addAll(summary, spacer, tasks, signedIn, ledger);
        running.addListener((ListChangeListener<Running>) _ -> showTasks(running));
        showTasks(running);
    }

    Label summary() {
        return summary;
    }

    void showLedger(String words) {
        ledger.setText(words);
    }

    /// @param words empty: nobody
    void showSignedIn(String words) {
        signedIn.setText(words);
        signedIn.setAccessibleText(words);
    }

    /// The newest task, and how many more there are: a bar for each would move everything beside it.
    private void showTasks(ObservableList<Running> running) {
        tasks.getChildren().clear();
        if (running.isEmpty()) {
            return;
        }
        Running newest = running.getLast();
        Label words = new Label();
        words.textProperty().bind(newest.stage().map(stage -> sentence(newest.words(), stage, running.size())));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(newest.progress());
        bar.setAccessibleText(newest.words());
        Button cancel = new Button(null, new FontIcon(Material2OutlinedAL.CANCEL));
        cancel.getStyleClass().addAll("flat", "button-icon", "small");
        cancel.setAccessibleText(MESSAGES.text("task.cancel", newest.words()));
        cancel.setTooltip(new Tooltip(MESSAGES.text("task.cancel", newest.words())));
        cancel.setOnAction(_ -> newest.cancel());
        tasks.getChildren().addAll(words, bar, cancel);
    }

    private static String sentence(String words, String stage, int running) {
        String what = stage.isEmpty() ? words : MESSAGES.text("task.stage", words, stage);
        return running == 1 ? what : MESSAGES.text("task.more", what, running - 1);
    }
}
