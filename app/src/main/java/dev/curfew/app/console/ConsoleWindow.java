package dev.curfew.app.console;

import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.dialog.SheetPane;
import dev.curfew.app.console.component.dialog.SystemBrowsing;
import dev.curfew.app.console.component.dialog.SystemCopying;
import dev.curfew.app.console.component.dialog.SystemFileChoosing;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.History;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.session.Acting;
import dev.curfew.app.console.session.Pulse;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.session.SignedIn;
import dev.curfew.app.console.shell.Shell;
import dev.curfew.app.console.start.StartView;
import dev.curfew.app.console.start.StartViewModel;
import dev.curfew.app.console.start.WorkspaceDoor;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.notice.Rounds;
import dev.curfew.app.usecase.playbook.PlaybookWatch;
import dev.curfew.app.usecase.revocation.Afterwatch;
import dev.curfew.app.usecase.revocation.Alarms;
import dev.curfew.app.usecase.source.Following;
import dev.curfew.app.usecase.timebox.DueEnds;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.reaction.Reacted;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The window: opened first, with the workspace after. Only to be used on the JavaFX application thread.
public final class ConsoleWindow {

    private static final Messages MESSAGES = Messages.of(ConsoleWindow.class);

    /// Countdowns show seconds.
    private static final Duration TICK = Duration.seconds(1);

    /// The window's size in em of its text when it opens; a screen that is smaller cuts it down.
    private static final double WIDTH_EM = 104;

    private static final double HEIGHT_EM = 64;

    private final Stage stage;
    private final Theme theme;
    private final Work work;
    private final InstantSource clock;
    private final StackPane content = new StackPane();
    private final SheetPane sheets = new SheetPane();
    private final FileChoosing files;
    private Consumer<Path> leaveFor = _ -> {};
    private @Nullable Shell shell;
    private @Nullable Timeline ticking;
    private @Nullable Desk desk;
    /// Of what goes on while a workspace is open, in their order.
    private final List<Runnable> ends = new ArrayList<>();

    public ConsoleWindow(Stage stage, Theme theme, Work work, InstantSource clock) {
        this(stage, theme, work, clock, new SystemFileChoosing(stage));
    }

    public ConsoleWindow(Stage stage, Theme theme, Work work, InstantSource clock, FileChoosing files) {
        this.stage = stage;
        this.theme = theme;
        this.work = work;
        this.clock = clock;
        this.files = files;
        double em = theme.em();
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                new StackPane(content, sheets),
                Math.min(WIDTH_EM * em, room.getWidth()),
                Math.min(HEIGHT_EM * em, room.getHeight()));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle(MESSAGES.text("title"));
        stage.setOnCloseRequest(this::closing);
        stage.setOnHidden(_ -> leave());
    }

    private void closing(WindowEvent request) {
        if (!mayLeave(stage::hide)) {
            request.consume();
        }
    }

    /// Whether the workspace may be closed now; otherwise a person is asked, and it goes on once all is checked in.
    private boolean mayLeave(Runnable then) {
        return desk == null || new CheckInFirst(work, sheets, then).mayLeave(desk.checkOuts());
    }

    /// Shows the way to a workspace.
    ///
    /// @param passphrase opens an existing workspace without asking; empty: ask
    public void start(WorkspaceDoor door, Optional<Secret> passphrase) {
        StartViewModel model = new StartViewModel(work, door, this::open);
        leaveFor = export -> {
            Runnable leaving = () -> {
                leave();
                model.chooseExport(export);
                show(new StartView(model, files));
            };
            if (mayLeave(leaving)) {
                leaving.run();
            }
        };
        show(new StartView(model, files));
        stage.show();
        passphrase.ifPresent(model::openWith);
    }

    /// Shows an open workspace, and closes it with the window.
    public void open(Desk opened) {
        desk = opened;
        Pulse pulse = new Pulse(clock);
        History history = new History(Destination.of(Place.OVERVIEW));
        Session session = new Session(
                opened,
                work,
                pulse,
                new Acting(),
                new SignedIn(),
                history,
                sheets,
                files,
                new SystemCopying(),
                new SystemBrowsing(System.getProperty("os.name", "")),
                leaveFor);
        shell = new Shell(session, history, ConsoleScreens.of(session), theme);
        show(shell);
        stage.setTitle(
                MESSAGES.text("title.of", String.valueOf(opened.workspace().getFileName())));
        shell.open();
        ticking = new Timeline(new KeyFrame(TICK, _ -> pulse.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        ticking.play();
        follow(opened, pulse);
        lookAfter(opened, pulse);
        serve(opened, pulse);
        if (!stage.isShowing()) {
            stage.show();
        }
    }

    /// While the workspace is open, what changes at the sources comes by itself.
    private void follow(Desk opened, Pulse pulse) {
        if (!opened.readOnly()) {
            Following started = opened.sources().follow(_ -> Platform.runLater(pulse::changed));
            ends.add(started::close);
            pulse.revision().subscribe(started::update);
        }
    }

    /// While the workspace is open, what is over ends, what was revoked is looked after, and playbooks react: all that
    /// `curfew watch` does elsewhere.
    private void lookAfter(Desk opened, Pulse pulse) {
        if (!opened.readOnly()) {
            DueEnds due = new DueEnds(opened, () -> Platform.runLater(pulse::changed), DueEnds.EVERY);
            Afterwatch afterwatch = new Afterwatch(
                    opened.revocations(), alarms -> Platform.runLater(() -> alarm(alarms, pulse)), Afterwatch.EVERY);
            PlaybookWatch playbooks = new PlaybookWatch(
                    opened.playbooks(),
                    clock,
                    one -> Platform.runLater(() -> reacted(one, pulse)),
                    PlaybookWatch.EVERY);
            ends.addAll(List.of(due::close, afterwatch::close, playbooks::close));
        }
    }

    private void reacted(Reacted one, Pulse pulse) {
        if (shell != null) {
            shell.tell(one);
            pulse.changed();
        }
    }

    private void alarm(Alarms alarms, Pulse pulse) {
        if (shell != null) {
            shell.alarm(alarms);
            pulse.changed();
        }
    }

    /// While the workspace is open, what pipelines ask of `curfew serve` is answered here, and notices go from here.
    private void serve(Desk opened, Pulse pulse) {
        if (!opened.readOnly()) {
            Rounds notices = opened.bringNotices(fault -> Platform.runLater(() -> tell(fault)));
            ends.add(notices::close);
            opened.openCounter(slip -> {
                        if (slip.changed()) {
                            Platform.runLater(pulse::changed);
                        }
                    })
                    .ifPresent(counter -> ends.add(counter::close));
        }
    }

    private void tell(Optional<RuntimeException> fault) {
        if (shell != null) {
            shell.trouble(fault.map(new ConsoleFailures())
                    .map(failure -> MESSAGES.text("notices.trouble", failure.sentence()))
                    .orElse(""));
        }
    }

    private void show(Node node) {
        content.getChildren().setAll(node);
    }

    /// Closes the workspace that is open.
    private void leave() {
        if (ticking != null) {
            ticking.stop();
        }
        if (shell != null) {
            shell.close();
            shell = null;
        }
        ends.forEach(Runnable::run);
        ends.clear();
        if (desk != null) {
            desk.close();
            desk = null;
        }
    }
}
