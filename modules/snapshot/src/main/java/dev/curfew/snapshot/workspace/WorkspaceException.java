package dev.curfew.snapshot.workspace;

import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.lock.LockHolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A workspace could not be created or opened. The message says what happened and what to do, and holds no secret.
public final class WorkspaceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of failure it was.
    public enum Kind {
        /// There is no workspace.
        MISSING,
        /// The passphrase is wrong, or the keychain has no key for it.
        WRONG_KEY,
        /// It is open elsewhere; [WorkspaceException#holder] says where.
        LOCKED,
        /// Cut off, changed, or rolled back.
        DAMAGED,
        /// Written by a newer Curfew.
        NEWER_VERSION,
        /// A new workspace needs an empty folder.
        NOT_EMPTY,
        /// The folder cannot be read or written, or not used at all.
        INACCESSIBLE
    }

    private final Kind kind;
    private final transient @Nullable LockHolder holder;

    private WorkspaceException(Kind kind, String message, @Nullable Throwable cause, @Nullable LockHolder holder) {
        super(message, cause);
        this.kind = kind;
        this.holder = holder;
    }

    public Kind kind() {
        return kind;
    }

    /// Who has it open; only for `LOCKED`, and empty if the holder has not said.
    public Optional<LockHolder> holder() {
        return Optional.ofNullable(holder);
    }

    static WorkspaceException of(Kind kind, String key, Object... arguments) {
        return new WorkspaceException(kind, words(key, arguments), null, null);
    }

    static WorkspaceException because(Throwable cause, Kind kind, String key, Object... arguments) {
        return new WorkspaceException(kind, words(key, arguments), cause, null);
    }

    static WorkspaceException locked(Path directory, Throwable cause, @Nullable LockHolder holder) {
        String message = holder == null
                ? words("locked", directory)
                : words("locked-by", directory, Long.toString(holder.pid()), holder.host(), seconds(holder));
        return new WorkspaceException(Kind.LOCKED, message, cause, holder);
    }

    private static Instant seconds(LockHolder holder) {
        return holder.since().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String words(String key, Object... arguments) {
        return Messages.of(WorkspaceException.class).text(key, arguments);
    }
}
