package dev.curfew.app.cli.terminal;

import dev.curfew.model.port.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Progress on standard error: one line that is written over where a person looks, else a line now and then.
public final class ProgressLine implements Progress {
    /// Often enough to look alive.
    private static final Duration EVERY = Duration.ofMillis(100);

    /// A log of a pipeline wants to know that it goes on, and no more.
    private static final Duration EVERY_PLAIN = Duration.ofSeconds(2);

    /// Carriage return, and erase to the end of the line (ECMA-48 EL).
    private static final String OVER = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean overwrites;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private String stage = "";
    private boolean written;

    public ProgressLine(PrintWriter err, boolean overwrites, InstantSource clock) {
        this.err = err;
        this.overwrites = overwrites;
        this.clock = clock;
    }

    @Override
    public synchronized void at(String stage, long done, long total) {
        Instant now = clock.instant();
        if (stage.equals(this.stage) && now.isBefore(next)) {
            return;
        }
        this.stage = stage;
        next = now.plus(overwrites ? EVERY : EVERY_PLAIN);
        String line = total < 0 ? stage + " " + done : stage + " " + done + "/" + total;
        if (overwrites) {
            err.print(OVER + line);
            err.flush();
        } else {
            err.println(line);
        }
        written = true;
    }

    /// Clears the line, so that what follows stands alone.
    public synchronized void end() {
        if (overwrites && written) {
            err.print(OVER);
            err.flush();
        }
        written = false;
        stage = "";
    }
}
