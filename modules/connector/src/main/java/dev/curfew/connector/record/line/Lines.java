package dev.curfew.connector.record.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a file that a server may be writing to.
public final class Lines implements AutoCloseable {
    /// Requests have at most some MiB; what is worth telling of one is far less.
    public static final int BYTES_MAX = 4 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;

    /// @param number counted from 1
    /// @param text empty where it is too long
    /// @param ended false for the last of a file, where it is still being written, or was cut off
    public record Line(long number, String text, boolean tooLong, boolean ended) {}

    public Lines(InputStream in) {
        this.in = in;
    }

    /// Empty at the end.
    public Optional<Line> next() throws IOException {
        ByteArrayOutputStream begun = new ByteArrayOutputStream(0);
        boolean tooLong = false;
        while (at < end || fill()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            tooLong |= begun.size() + (stop - at) > BYTES_MAX;
            boolean ended = stop < end;
            if (ended && begun.size() == 0 && !tooLong) {
                String text = new String(buffer, at, stop - at, StandardCharsets.UTF_8);
                at = stop + 1;
                return Optional.of(new Line(++number, text, false, true));
            }
            if (!tooLong) {
                begun.write(buffer, at, stop - at);
            }
            at = ended ? stop + 1 : stop;
            if (ended) {
                return Optional.of(line(begun, tooLong, true));
            }
        }
        return begun.size() == 0 && !tooLong ? Optional.empty() : Optional.of(line(begun, tooLong, false));
    }

    private Line line(ByteArrayOutputStream text, boolean tooLong, boolean ended) {
        return new Line(++number, tooLong ? "" : text.toString(StandardCharsets.UTF_8), tooLong, ended);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
