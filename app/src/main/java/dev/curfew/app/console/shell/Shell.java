package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.picker.EntityPicks;
import dev.curfew.app.console.component.picker.Pick;
import dev.curfew.app.console.component.picker.PickerView;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.History;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.signin.SignInDialogs;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.revocation.Alarms;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.reaction.Reacted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The console around the screen that is shown.
public final class Shell extends BorderPane {

    private static final Messages MESSAGES = Messages.of(Shell.class);

    /// One letter would match nearly everything.
    private static final int LETTERS_MIN = 2;

    private final Session session;
    private final History history;
    private final Screens screens;
    private final Frame frame;
    private final Header header;
    private final StatusBar statusBar;
    private final List<Action> general;
    private final Action leaked;
    private final Drops drops;
    private final WorkspaceStatus status;
    private final VBox top = new VBox();
    private final AlarmBanner alarm;
    private final ReactionBanner reactions;
    private @Nullable Banner trouble;
    private @Nullable Screen shown;

    public Shell(Session session, History history, Screens screens, Theme theme) {
        this.session = session;
        this.history = history;
        this.screens = screens;
        Commands commands = new Commands(theme);
        Action back = Commands.back(history);
        Action forward = Commands.forward(history);
        Action palette = Commands.palette(this::openPalette);
        leaked = Commands.leaked(this::goLeaked);
        Action keys = Commands.keys(this::openKeys);
        Action signIn = Commands.signIn(new SignInDialogs(session)::open);
        general = new ArrayList<>(Commands.places(history));
        general.addAll(List.of(
                palette,
                leaked,
                signIn,
                keys,
                back,
                forward,
                Commands.refresh(session.pulse()::changed),
                Commands.filter(() -> current(Screen::focusFilter)),
                Commands.inspector(() -> current(Screen::toggleInspector)),
                commands.toggleTheme(),
                commands.larger(),
                commands.smaller()));
        frame = new Frame(back, forward);
        String name = String.valueOf(session.desk().workspace().getFileName());
        header = new Header(
                name,
                palette,
                List.of(leaked, commands.smaller(), commands.larger(), commands.toggleTheme(), signIn, keys));
        statusBar = new StatusBar(session.work().running(), signIn);
        status = new WorkspaceStatus(session, header::show, statusBar::showLedger, statusBar::showSignedIn);
        drops = new Drops(session, screens);
        drops.onto(this);
        alarm = new AlarmBanner(history, top.getChildren());
        reactions = new ReactionBanner(history, top.getChildren());
        lay();
        listenForKeys();
    }

    /// Shows where the history is, from now on.
    public void open() {
        status.open();
        history.here().subscribe(this::go);
    }

    /// Says above everything what does not go on by itself any more.
    ///
    /// @param words empty: nothing
    public void trouble(String words) {
        top.getChildren().remove(trouble);
        trouble = words.isEmpty() ? null : new Banner(Tone.BAD, words);
        if (trouble != null) {
            top.getChildren().add(trouble);
        }
    }

    /// Says above everything what was revoked and is not gone.
    public void alarm(Alarms alarms) {
        alarm.show(alarms);
    }

    /// Says above everything what playbooks did by themselves, and what they did not.
    public void tell(Reacted one) {
        reactions.tell(one);
    }

    /// As if these were dropped on the window.
    public void drop(List<Path> files) {
        drops.take(files);
    }

    /// Lets go of the screen that is shown and of the workspace.
    public void close() {
        leave();
        status.close();
    }

    private void lay() {
        getStyleClass().add("shell");
        top.getChildren().add(header);
        if (session.desk().readOnly()) {
            top.getChildren().add(new Banner(Tone.NOTE, MESSAGES.text("readonly")));
        }
        setTop(top);
        setLeft(new Rail(history));
        setCenter(frame);
        setBottom(statusBar);
    }

    private void go(Destination destination) {
        Screen wanted = screens.at(destination.place());
        if (!wanted.equals(shown)) {
            leave();
            shown = wanted;
            frame.show(destination.place(), wanted);
            statusBar.summary().textProperty().bind(wanted.frame().summary());
        }
        wanted.activate(destination);
    }

    private void leave() {
        if (shown != null) {
            statusBar.summary().textProperty().unbind();
            frame.clear();
            shown.frame().release();
            shown = null;
        }
    }

    private void current(java.util.function.Consumer<Screen> what) {
        if (shown != null) {
            what.accept(shown);
        }
    }

    /// Also from where it leads: whoever closed the dialog may want it again.
    private void goLeaked() {
        Destination leak = Destination.leaked();
        if (leak.equals(history.here().get())) {
            current(screen -> screen.activate(leak));
        } else {
            history.go(leak);
        }
    }

    /// Of the whole window: the focus may be on nothing, or on what a closed dialog has left.
    private void listenForKeys() {
        EventHandler<KeyEvent> keys = this::onKey;
        sceneProperty().subscribe((before, after) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
            if (after != null) {
                after.addEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
        });
    }

    /// Screen's keys first. While a dialog is open all keys are its own, but for the one that cannot wait.
    private void onKey(KeyEvent event) {
        if (session.dialogs().isShown()) {
            if (leaked.key() != null && leaked.key().match(event)) {
                event.consume();
                session.dialogs().close();
                leaked.run();
            }
            return;
        }
        for (Action action : allActions()) {
            if (action.key() != null && action.key().match(event)) {
                event.consume();
                action.run();
                return;
            }
        }
        // Where people look for help first.
        if (event.getCode() == KeyCode.F1) {
            event.consume();
            openKeys();
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE && shown != null && shown.escape()) {
            event.consume();
        }
    }

    private List<Action> allActions() {
        List<Action> all = new ArrayList<>();
        current(screen -> all.addAll(screen.actions()));
        all.addAll(general);
        return all;
    }

    private void openPalette() {
        PickerViewModel model = new PickerViewModel(
                session.work(),
                allActions().stream().map(Pick::of).toList(),
                EntityPicks.identities(
                        session.desk(), id -> session.navigator().go(Destination.of(Place.INVENTORY, id))),
                LETTERS_MIN);
        PickerView view = new PickerView(model, MESSAGES.text("palette.prompt"), session.dialogs()::close);
        session.dialogs()
                .show(Sheet.showing(MESSAGES.text("palette.title"), "", view).focusing(view.field()));
    }

    private void openKeys() {
        List<Action> here = shown == null ? List.of() : shown.actions();
        session.dialogs().show(Sheet.showing(MESSAGES.text("keys.title"), "", new KeySheetView(here, general)));
    }
}
