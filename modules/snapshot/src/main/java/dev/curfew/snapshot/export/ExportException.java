package dev.curfew.snapshot.export;

import dev.curfew.model.text.Messages;

/// An export could not be written or read. The message says what happened and what to do.
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of failure it was.
    public enum Kind {
        /// The file to write is there already.
        EXISTS,
        /// The disk failed, while reading or writing.
        INACCESSIBLE,
        /// No zip, or a zip of something else.
        NOT_AN_EXPORT,
        /// Written by a newer Curfew.
        NEWER_VERSION,
        /// The manifest is not what was signed.
        SIGNATURE,
        /// A file of the manifest is not there.
        MISSING_FILE,
        /// A file is there that the manifest does not list, or under a name that none has.
        UNEXPECTED_FILE,
        /// A file is not as the manifest says.
        CHECKSUM,
        /// It exceeds a limit: of entries, of bytes, of a line.
        TOO_LARGE,
        /// A line, or the whole, is not what it should be.
        BAD_CONTENT
    }

    private final Kind kind;

    private ExportException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static ExportException of(Kind kind, String key, Object... arguments) {
        return new ExportException(kind, words(key, arguments));
    }

    static ExportException because(Throwable cause, Kind kind, String key, Object... arguments) {
        ExportException exception = of(kind, key, arguments);
        exception.initCause(cause);
        return exception;
    }

    static String words(String key, Object... arguments) {
        return Messages.of(ExportException.class).text(key, arguments);
    }
}
