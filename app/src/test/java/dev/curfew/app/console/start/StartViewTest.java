package dev.curfew.app.console.start;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Styles;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.HandedFiles;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewTest {

    private static StartView view(Path home) {
        StartViewModel model = new StartViewModel(
                Work.direct(failure -> new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage()))),
                new WorkspacesDoor(
                        SampleWorkspace.workspaces(home, Clock.systemUTC()), WorkspacePlace.at(home.resolve("new"))),
                desk -> {
                    throw new AssertionError("nothing is opened here, but " + desk.workspace());
                });
        return new StartView(model, new HandedFiles());
    }

    private static Node type(Scene scene, String selector, String text) {
        TextInputControl field = (TextInputControl) scene.lookup(selector);
        field.setText(text);
        return field;
    }

    /// What marks a field must not put itself in place of the window's root: that has the theme's background.
    @Test
    void aRepetitionThatDiffersIsMarkedInItsFieldAndTheRootStays(@TempDir Path home) throws Exception {
        StackPane root = FxThread.call(() -> new StackPane(view(home)));
        Stage stage = FxThread.call(() -> {
            Stage shown = new Stage();
            Scene scene = new Scene(root);
            new Theme().dress(scene);
            shown.setScene(scene);
            shown.show();
            root.applyCss();
            root.layout();
            type(scene, "#new-passphrase", "correct horse battery staple");
            type(scene, "#repeated-passphrase", "correct horse");
            return shown;
        });
        FxThread.run(() -> {
            assertThat(stage.getScene().lookup("#repeated-passphrase").getPseudoClassStates())
                    .contains(Styles.STATE_DANGER);
            assertThat(stage.getScene().getRoot()).isSameAs(root);
            assertThat(root.getBackground().getFills()).isNotEmpty();
            type(stage.getScene(), "#repeated-passphrase", "correct horse battery staple");
        });
        FxThread.run(() -> {
            assertThat(stage.getScene().lookup("#repeated-passphrase").getPseudoClassStates())
                    .doesNotContain(Styles.STATE_DANGER);
            stage.hide();
        });
    }
}
