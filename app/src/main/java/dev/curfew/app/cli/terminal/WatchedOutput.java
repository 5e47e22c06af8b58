package dev.curfew.app.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers why something could not be written: a `PrintWriter` only knows that it could not.
final class WatchedOutput extends FilterOutputStream {
    /// What Linux and macOS, and what Windows say when `head` has seen enough.
    private static final String GONE = "(?i).*(broken pipe|pipe is being closed).*";

    private @Nullable String failure;

    WatchedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            failure = reason.matches(GONE) ? null : reason;
            throw e;
        }
    }

    /// Why; empty if nothing is lost that anybody still wanted.
    Optional<String> lost() {
        return Optional.ofNullable(failure);
    }
}
