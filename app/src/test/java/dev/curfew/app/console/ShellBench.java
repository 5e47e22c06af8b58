package dev.curfew.app.console;

import dev.curfew.app.console.bench.HandedFiles;
import dev.curfew.app.console.component.dialog.SheetPane;
import dev.curfew.app.console.component.dialog.SystemCopying;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.History;
import dev.curfew.app.console.session.Acting;
import dev.curfew.app.console.session.Pulse;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.session.SignedIn;
import dev.curfew.app.console.shell.Shell;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.revocation.Alarms;
import dev.curfew.revocation.reaction.Reacted;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// A shell in a window, with everything done at once on the calling thread. Only on the JavaFX thread.
final class ShellBench implements AutoCloseable {

    /// A laptop's screen.
    static final int WIDTH = 1440;

    static final int HEIGHT = 900;

    /// The headless screen has 1,000 pixels a side; what a robot clicks stays inside.
    static final int ROBOT_SIZE = 960;

    final History history;
    final Session session;
    final HandedFiles files = new HandedFiles();
    final SheetPane sheets = new SheetPane();
    final Scene scene;
    private final Shell shell;
    private final Stage stage = new Stage();
    private final Subscription dressed;

    ShellBench(Desk desk, Theme theme, InstantSource clock, Destination start) {
        this(desk, theme, clock, start, WIDTH, HEIGHT);
    }

    ShellBench(Desk desk, Theme theme, InstantSource clock, Destination start, int width, int height) {
        this(desk, theme, clock, start, width, height, Runnable::run, Runnable::run);
    }

    /// @param background what runs there may be held back
    ShellBench(Desk desk, InstantSource clock, Destination start, Executor background) {
        this(desk, new Theme(), clock, start, background, Runnable::run);
    }

    /// @param background what runs there may go on while the screen is looked at
    /// @param foreground has what comes of it done on the JavaFX thread
    ShellBench(
            Desk desk, Theme theme, InstantSource clock, Destination start, Executor background, Executor foreground) {
        this(desk, theme, clock, start, WIDTH, HEIGHT, background, foreground);
    }

    private ShellBench(
            Desk desk,
            Theme theme,
            InstantSource clock,
            Destination start,
            int width,
            int height,
            Executor background,
            Executor foreground) {
        Work work = new Work(background, foreground, new ConsoleFailures());
        history = new History(start);
        session = new Session(
                desk,
                work,
                new Pulse(clock),
                new Acting(),
                new SignedIn(),
                history,
                sheets,
                files,
                new SystemCopying(),
                _ -> false,
                _ -> {});
        shell = new Shell(session, history, ConsoleScreens.of(session), theme);
        scene = new Scene(new StackPane(shell, sheets), width, height);
        dressed = theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        shell.open();
        settle();
    }

    /// Applies styles and layout: what a picture shows next is what a person would see.
    void settle() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    void go(Destination destination) {
        history.go(destination);
        settle();
    }

    WritableImage picture() {
        settle();
        return scene.snapshot(null);
    }

    void drop(List<Path> files) {
        shell.drop(files);
        settle();
    }

    void alarm(Alarms alarms) {
        shell.alarm(alarms);
        settle();
    }

    void tell(Reacted one) {
        shell.tell(one);
        settle();
    }

    Node find(String selector) {
        Node found = scene.getRoot().lookup(selector);
        if (found == null) {
            throw new AssertionError("nothing on the screen is " + selector + ", but " + new Hands(this).texts());
        }
        return found;
    }

    @Override
    public void close() {
        shell.close();
        stage.hide();
        dressed.unsubscribe();
    }
}
