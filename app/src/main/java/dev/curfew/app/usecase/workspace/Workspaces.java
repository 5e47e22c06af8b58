package dev.curfew.app.usecase.workspace;

import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.breakglass.OfflineUse;
import dev.curfew.app.usecase.breakglass.handover.Handover;
import dev.curfew.app.usecase.counter.Passage;
import java.nio.file.Path;
import java.util.List;

/// The way into workspaces. What cannot be opened ends in a `WorkspaceException` that says why and what to do.
public interface Workspaces {

    /// Where the workspace is unless somebody says otherwise.
    WorkspacePlace usual();

    boolean holdsWorkspace(Path directory);

    /// Whether the keychain opens the workspace there, rather than a passphrase.
    boolean opensByKeychain(Path directory);

    /// Whether this system has a keychain that takes and gives keys.
    boolean hasKeychain();

    Desk open(WorkspacePlace place, Unlock unlock);

    /// The way to whoever has the workspace open; the key is derived once, here.
    Passage passage(WorkspacePlace place, Unlock unlock);

    /// Makes an empty workspace, and enters its making in its ledger.
    Desk create(WorkspacePlace place, Unlock unlock);

    /// Makes a read-only workspace out of an export. What is no export, or was changed, ends in an `ExportException`.
    Desk createFrom(Path export, WorkspacePlace place, Unlock unlock);

    /// Opens an envelope by files alone, without any workspace, and lets go of it after.
    ///
    /// @throws dev.curfew.app.usecase.Refused if it does not open
    <T> T openEnvelope(Path envelope, List<OfflineUse.Key> keys, WithEnvelope<T> work) throws InterruptedException;

    /// Opens a session that was handed over in a wrapping, by its file alone.
    ///
    /// @throws dev.curfew.app.usecase.Refused if it is none, or does not open
    /// @throws dev.curfew.model.port.SourceException if it was opened before, its time is over, or it is another
    Handover.Opened unwrap(Path handover) throws InterruptedException;

    /// What is done with an open envelope.
    @FunctionalInterface
    interface WithEnvelope<T> {
        T with(OfflineUse use) throws InterruptedException;
    }
}
