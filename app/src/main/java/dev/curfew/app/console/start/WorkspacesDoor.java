package dev.curfew.app.console.start;

import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.workspace.Unlock;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.usecase.workspace.Workspaces;
import dev.curfew.model.port.Progress;
import dev.curfew.snapshot.workspace.WorkspaceException;
import java.nio.file.Path;
import java.util.function.Supplier;

/// The workspaces of this machine.
public final class WorkspacesDoor implements WorkspaceDoor {

    /// As many as the command line's sample has; small enough to read in a second.
    private static final int SAMPLE_IDENTITIES = 400;

    private static final long SAMPLE_SEED = 1;

    private final Workspaces workspaces;
    private final WorkspacePlace wanted;

    /// @param wanted where the workspace is; another folder chosen later has its checkpoint where Curfew keeps it
    public WorkspacesDoor(Workspaces workspaces, WorkspacePlace wanted) {
        this.workspaces = workspaces;
        this.wanted = wanted;
    }

    @Override
    public Path location() {
        return wanted.directory();
    }

    @Override
    public boolean holdsWorkspace(Path location) {
        return workspaces.holdsWorkspace(location);
    }

    @Override
    public boolean hasKeychain() {
        return workspaces.hasKeychain();
    }

    /// A workspace that cannot be read is not asked for a passphrase in vain: opening it says what is wrong.
    @Override
    public boolean opensByKeychain(Path location) {
        try {
            return workspaces.opensByKeychain(location);
        } catch (WorkspaceException e) {
            return false;
        }
    }

    @Override
    public Answer open(Path location, Key key) {
        return answer(() -> workspaces.open(place(location), unlock(key)));
    }

    @Override
    public Answer create(Path location, Key key, Progress progress) throws InterruptedException {
        Answer made = answer(() -> workspaces.create(place(location), unlock(key)));
        if (made instanceof Answer.Opened(Desk desk)) {
            fill(desk, progress);
        }
        return made;
    }

    @Override
    public Answer createFrom(Path export, Path location, Key key) {
        return answer(() -> workspaces.createFrom(export, place(location), unlock(key)));
    }

    @Override
    public Path locationFor(Path export) {
        String file = String.valueOf(export.getFileName());
        int ending = file.lastIndexOf('.');
        return wanted.directory().resolveSibling(ending > 0 ? file.substring(0, ending) : file + "-opened");
    }

    /// A workspace whose sample failed is closed again; it stays, and opens empty.
    private static void fill(Desk desk, Progress progress) throws InterruptedException {
        boolean filled = false;
        try {
            desk.sources().sample(SAMPLE_IDENTITIES, SAMPLE_SEED, progress);
            filled = true;
        } finally {
            if (!filled) {
                desk.close();
            }
        }
    }

    private WorkspacePlace place(Path location) {
        return location.equals(wanted.directory()) ? wanted : WorkspacePlace.at(location);
    }

    private static Unlock unlock(Key key) {
        return switch (key) {
            case Key.Passphrase(var passphrase) -> new Unlock.Passphrase(passphrase);
            case Key.Keychain() -> new Unlock.Keychain();
        };
    }

    private static Answer answer(Supplier<Desk> knock) {
        try {
            return new Answer.Opened(knock.get());
        } catch (WorkspaceException e) {
            String sentence = String.valueOf(e.getMessage());
            return switch (e.kind()) {
                case WRONG_KEY -> new Answer.WrongKey();
                case LOCKED -> new Answer.Closed(Reason.LOCKED, sentence);
                case DAMAGED -> new Answer.Closed(Reason.DAMAGED, sentence);
                case NEWER_VERSION -> new Answer.Closed(Reason.NEWER_VERSION, sentence);
                case MISSING -> new Answer.Closed(Reason.MISSING, sentence);
                case NOT_EMPTY -> new Answer.Closed(Reason.NOT_EMPTY, sentence);
                case INACCESSIBLE -> new Answer.Closed(Reason.INACCESSIBLE, sentence);
            };
        } catch (Refused e) {
            return new Answer.Closed(Reason.INACCESSIBLE, e.getMessage());
        }
    }
}
