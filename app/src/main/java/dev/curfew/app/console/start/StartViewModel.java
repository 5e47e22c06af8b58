package dev.curfew.app.console.start;

import dev.curfew.app.console.start.WorkspaceDoor.Answer;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Leads from the window to an open workspace.
public final class StartViewModel {

    /// Shorter ones fall to guessing even against Argon2id; NIST SP 800-63B-4 asks for 15 where nothing else protects.
    public static final int PASSPHRASE_CHARACTERS_MIN = 15;

    private static final Messages MESSAGES = Messages.of(StartViewModel.class);

    private final Work work;
    private final WorkspaceDoor door;
    private final Consumer<Desk> opened;
    private final ReadOnlyObjectWrapper<StartState> state;

    /// @param opened gets the workspace once it is open
    public StartViewModel(Work work, WorkspaceDoor door, Consumer<Desk> opened) {
        this.work = work;
        this.door = door;
        this.opened = opened;
        this.state = new ReadOnlyObjectWrapper<>(first(door.location(), ""));
    }

    public ReadOnlyObjectProperty<StartState> state() {
        return state.getReadOnlyProperty();
    }

    /// Looks at another place.
    public void choose(Path location) {
        state.set(first(location, ""));
    }

    /// Offers to open an export.
    public void chooseExport(Path export) {
        state.set(creating(door.locationFor(export), Optional.of(export), ""));
    }

    /// @param export what to make it of; empty: a new one with the sample estate
    public void create(Path location, Optional<Path> export, WorkspaceDoor.Key key) {
        String words = MESSAGES.text(export.isPresent() ? "reading" : "creating");
        state.set(new StartState.Busy(words));
        work.start(new Job<>(
                "workspace",
                words,
                progress -> answering(
                        key,
                        () -> export.isPresent()
                                ? door.createFrom(export.get(), location, key)
                                : door.create(location, key, progress)),
                answer -> take(location, answer),
                failure -> state.set(creating(location, export, failure.sentence()))));
    }

    private StartState.Creating creating(Path location, Optional<Path> export, String complaint) {
        return new StartState.Creating(location, export, door.hasKeychain(), complaint);
    }

    public void open(Path location, WorkspaceDoor.Key key) {
        state.set(new StartState.Busy(MESSAGES.text("opening")));
        work.start(new Job<>(
                "workspace",
                MESSAGES.text("opening"),
                _ -> answering(key, () -> door.open(location, key)),
                answer -> take(location, answer),
                failure -> state.set(locked(location, failure.sentence()))));
    }

    /// Opens what is there with a passphrase that was given at the start, or makes it with that.
    public void openWith(Secret passphrase) {
        WorkspaceDoor.Key key = new WorkspaceDoor.Key.Passphrase(passphrase);
        switch (state.get()) {
            case StartState.Locked locked -> open(locked.location(), key);
            case StartState.Creating creating -> create(creating.location(), creating.export(), key);
            case StartState.Busy _, StartState.Closed _ -> passphrase.close();
        }
    }

    /// What is still missing for a passphrase to be used; empty: nothing.
    public static String complaint(String passphrase, String repeated) {
        if (passphrase.length() < PASSPHRASE_CHARACTERS_MIN) {
            return MESSAGES.text("passphrase.short", PASSPHRASE_CHARACTERS_MIN);
        }
        return passphrase.equals(repeated) ? "" : MESSAGES.text("passphrase.differs");
    }

    private interface Knock {
        Answer knock() throws InterruptedException;
    }

    /// The passphrase does not outlive the try.
    private static Answer answering(WorkspaceDoor.Key key, Knock knock) throws InterruptedException {
        try {
            return knock.knock();
        } finally {
            if (key instanceof WorkspaceDoor.Key.Passphrase(Secret passphrase)) {
                passphrase.close();
            }
        }
    }

    private void take(Path location, Answer answer) {
        switch (answer) {
            case Answer.Opened(Desk desk) -> opened.accept(desk);
            case Answer.WrongKey() -> state.set(locked(location, MESSAGES.text("wrong")));
            case Answer.Closed(var reason, String sentence) ->
                state.set(new StartState.Closed(location, reason, sentence));
        }
    }

    private StartState first(Path location, String complaint) {
        return door.holdsWorkspace(location)
                ? locked(location, complaint)
                : creating(location, Optional.empty(), complaint);
    }

    private StartState.Locked locked(Path location, String complaint) {
        return new StartState.Locked(location, door.opensByKeychain(location), complaint);
    }
}
