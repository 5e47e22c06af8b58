package dev.curfew.app.usecase.workspace;

import dev.curfew.app.usecase.Desk;
import java.nio.file.Path;

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

    /// Makes an empty workspace, and enters its making in its ledger.
    Desk create(WorkspacePlace place, Unlock unlock);

    /// Makes a read-only workspace out of an export. What is no export, or was changed, ends in an `ExportException`.
    Desk createFrom(Path export, WorkspacePlace place, Unlock unlock);
}
