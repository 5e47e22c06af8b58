package dev.curfew.connector.openbao.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a file that a server may be writing to.
final class AuditLines implements AutoCloseable {
    /// A request has at most 32 MiB; what is worth telling of one is far less.
    private static final int BYTES_MAX = 4 << 20;

    private final InputStream in;
    private long number;
    private long tooLong;

    AuditLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// The next whole line; empty at the end. What has no end yet is still being written, and is left for next time.
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean dropped = false;
        for (int each = in.read(); each >= 0; each = in.read()) {
            if (each == '\n') {
                number++;
                if (!dropped) {
                    return Optional.of(line.toString(StandardCharsets.UTF_8));
                }
                tooLong++;
                dropped = false;
                line.reset();
            } else if (line.size() == BYTES_MAX) {
                dropped = true;
            } else {
                line.write(each);
            }
        }
        return Optional.empty();
    }

    /// Of the line that was given last, counted from 1.
    long number() {
        return number;
    }

    /// How many lines were passed over.
    long tooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
