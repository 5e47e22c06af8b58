package dev.curfew.snapshot.file;

import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/// Why something failed, as the platform says it, for the middle of a sentence.
public final class Reason {

    private Reason() {}

    /// A file system's exception says no more than the path, so its name is said too: `AccessDeniedException: /x`.
    public static String of(Throwable failure) {
        @Nullable String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        if (message == null) {
            return name;
        }
        return failure instanceof FileSystemException ? name + ": " + message : message;
    }
}
