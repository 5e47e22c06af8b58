package dev.curfew.snapshot.store;

import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.file.Reason;

/// The store could not be opened, read or written. The message says what happened and what to do.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of failure it was.
    public enum Kind {
        /// Not a store, cut off, or changed.
        DAMAGED,
        /// Its schema is newer than this program.
        NEWER,
        /// Another process has it.
        IN_USE,
        /// Something was to be written to a read-only store.
        READ_ONLY,
        /// A fact or record is larger than a row may be.
        TOO_LARGE,
        /// The database failed.
        FAILED
    }

    private final Kind kind;

    private StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    private StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static StoreException readOnly() {
        return new StoreException(Kind.READ_ONLY, words("read-only"));
    }

    static StoreException noContent() {
        return new StoreException(Kind.DAMAGED, words("no-content"));
    }

    static StoreException otherWorkspace() {
        return new StoreException(Kind.DAMAGED, words("other-workspace"));
    }

    static StoreException rolledBack(long missing) {
        return new StoreException(Kind.DAMAGED, words("rolled-back", missing));
    }

    static StoreException newer(int found, int known) {
        return new StoreException(Kind.NEWER, words("newer", found, known));
    }

    public static StoreException tooLarge(String what, String where, int bytes, int bytesMax) {
        return new StoreException(Kind.TOO_LARGE, words("too-large", what, where, bytes, bytesMax));
    }

    public static StoreException damaged(Throwable cause) {
        return new StoreException(Kind.DAMAGED, words("damaged"), cause);
    }

    static StoreException inUse(Throwable cause) {
        return new StoreException(Kind.IN_USE, words("in-use"), cause);
    }

    static StoreException failed(Throwable cause) {
        return new StoreException(Kind.FAILED, words("failed", Reason.of(cause)), cause);
    }

    private static String words(String key, Object... arguments) {
        return Messages.of(StoreException.class).text(key, arguments);
    }
}
