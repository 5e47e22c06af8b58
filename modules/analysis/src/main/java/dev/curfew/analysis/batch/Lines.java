package dev.curfew.analysis.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Splits a stream into lines of at most [#BYTES_MAX], whoever wrote it. Only a line feed ends a line; JSON takes a
/// carriage return before it for a blank.
final class Lines {
    /// The largest estate's policies of one case are far smaller; whatever is larger is no case.
    static final int BYTES_MAX = 16 * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;

    Lines(InputStream in) {
        this.in = in;
    }

    /// The next line; empty at the end. A line that is too long is cut at one byte more than the limit.
    Optional<byte[]> next() throws IOException {
        if (!fill()) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        do {
            int feed = at;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            line.write(buffer, at, Math.min(feed - at, BYTES_MAX + 1 - line.size()));
            boolean ended = feed < end;
            at = ended ? feed + 1 : feed;
            if (ended) {
                break;
            }
        } while (fill());
        return Optional.of(line.toByteArray());
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at < end;
    }
}
