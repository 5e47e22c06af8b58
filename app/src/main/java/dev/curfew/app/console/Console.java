package dev.curfew.app.console;

import dev.curfew.app.console.start.WorkspaceDoor;
import dev.curfew.app.console.start.WorkspacesDoor;
import dev.curfew.app.console.theme.Preferences;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.usecase.workspace.Workspaces;
import dev.curfew.model.connection.Secret;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The desktop console: opens its window, and returns when that was closed.
public final class Console {

    private final Workspaces workspaces;
    private final InstantSource clock;
    private final Supplier<Optional<Secret>> passphrase;
    private final Path preferences;

    /// @param passphrase the passphrase of a file that was named at the start, to open an existing workspace without
    ///     asking; empty: ask
    /// @param preferences the file that keeps how the console is to look
    public Console(
            Workspaces workspaces, InstantSource clock, Supplier<Optional<Secret>> passphrase, Path preferences) {
        this.workspaces = workspaces;
        this.clock = clock;
        this.passphrase = passphrase;
        this.preferences = preferences;
    }

    /// @throws NoDisplayException if there is nothing to draw on
    /// @throws InterruptedException if the waiting thread is interrupted; the window is closed then
    public void open(WorkspacePlace place) throws NoDisplayException, InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> show(place, closed));
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException(e);
        }
        try {
            closed.await();
        } finally {
            Platform.exit();
        }
    }

    private void show(WorkspacePlace place, CountDownLatch closed) {
        // Until the window has gone: closing it also closes the workspace.
        Platform.setImplicitExit(false);
        Stage stage = new Stage();
        stage.showingProperty().subscribe((before, now) -> {
            if (before && !now) {
                closed.countDown();
            }
        });
        WorkspaceDoor door = new WorkspacesDoor(workspaces, place);
        Theme theme = new Theme();
        new Preferences(preferences).keep(theme);
        ConsoleWindow window = new ConsoleWindow(stage, theme, Work.onThreads(new ConsoleFailures()), clock);
        window.start(door, passphrase.get());
    }
}
