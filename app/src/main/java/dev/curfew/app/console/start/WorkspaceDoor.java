package dev.curfew.app.console.start;

import dev.curfew.app.usecase.Desk;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;
import java.nio.file.Path;

/// The way into workspaces.
public interface WorkspaceDoor {

    /// What opens a workspace.
    sealed interface Key {
        /// @param passphrase closed by whoever made it
        record Passphrase(Secret passphrase) implements Key {}

        /// The system's keychain.
        record Keychain() implements Key {}
    }

    /// What became of knocking. The set is complete.
    sealed interface Answer {
        record Opened(Desk desk) implements Answer {}

        record WrongKey() implements Answer {}

        /// @param sentence why not, and what to do: locked by whom, damaged where, made by which version
        record Closed(Reason reason, String sentence) implements Answer {}
    }

    enum Reason {
        LOCKED,
        DAMAGED,
        NEWER_VERSION,
        MISSING,
        NOT_EMPTY,
        INACCESSIBLE
    }

    /// Where the workspace is unless somebody says otherwise.
    Path location();

    boolean holdsWorkspace(Path location);

    boolean hasKeychain();

    /// Whether the workspace there is opened by the keychain.
    boolean opensByKeychain(Path location);

    Answer open(Path location, Key key);

    /// Makes a read-only workspace of an export, and opens it. What is no export, or was changed, ends in an
    /// `ExportException`.
    Answer createFrom(Path export, Path location, Key key);

    /// Where the workspace of an export is unless somebody says otherwise.
    Path locationFor(Path export);

    /// Makes a workspace holding the sample estate, and opens it.
    Answer create(Path location, Key key, Progress progress) throws InterruptedException;
}
