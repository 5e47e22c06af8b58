package dev.curfew.app.usecase.timebox;

import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Repeated;
import dev.curfew.app.usecase.notice.LastingFault;
import dev.curfew.governance.issue.Closure;
import dev.curfew.revocation.timebox.Boxed;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what is over while a workspace is open, on threads of its own: windows, unused windows, what runs left whose
/// Curfew is gone, ends on standing access, and requests that waited too long. An open workspace keeps `curfew watch`
/// out, which does it otherwise.
/// What fails is in the log, once, keeps nothing else from its end, and is tried again.
public final class DueEnds implements AutoCloseable {
    /// As `curfew watch` looks.
    public static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(DueEnds.class);

    private final List<Repeated> all;

    @FunctionalInterface
    private interface Ending {
        /// @return whether anything ended
        boolean once() throws InterruptedException;
    }

    /// @param ended called when anything ended; from another thread
    /// @param every how long from one look to the next
    public DueEnds(Desk desk, Runnable ended, Duration every) {
        all = List.of(
                repeated(
                        "requests do not time out",
                        () -> !desk.exceptions().endDue().isEmpty(),
                        ended,
                        every),
                repeated("windows do not end", () -> windows(desk), ended, every),
                repeated(
                        "what runs left does not end",
                        () -> desk.runs().sweep().stream()
                                .anyMatch(report -> report.trouble().isEmpty()),
                        ended,
                        every),
                repeated(
                        "ends on standing access do not come",
                        () -> !desk.timeBoxes().endDue().stream().allMatch(Boxed::awaitsEnd),
                        ended,
                        every));
    }

    private static boolean windows(Desk desk) throws InterruptedException {
        boolean due = desk.windows().closeDue().stream().anyMatch(Closure::closed);
        return desk.windows().closeUnused().stream().anyMatch(Closure::closed) || due;
    }

    private static Repeated repeated(String failed, Ending ending, Runnable ended, Duration every) {
        return LastingFault.logged(LOG, failed, "due-ends", every, () -> {
            if (ending.once()) {
                ended.run();
            }
        });
    }

    /// Returns when nothing of it uses the workspace any more.
    @Override
    public void close() {
        all.forEach(Repeated::close);
    }
}
