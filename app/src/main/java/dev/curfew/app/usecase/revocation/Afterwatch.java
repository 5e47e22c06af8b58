package dev.curfew.app.usecase.revocation;

import dev.curfew.app.usecase.Repeated;
import dev.curfew.app.usecase.notice.LastingFault;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after what was revoked while a workspace is open, on a thread of its own. What a look fails with is in the
/// log once, and the next one may go.
public final class Afterwatch implements AutoCloseable {
    /// As `curfew watch` does: it asks the sources.
    public static final Duration EVERY = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Afterwatch.class);

    private final Repeated.Deed sources;
    private final Runnable reading;
    private final Supplier<Alarms> standing;
    private final Consumer<Alarms> told;
    private final Repeated looks;
    private Alarms before = Alarms.NONE;

    /// @param told what stands, where that is another than at the look before; from another thread
    /// @param every how long from one look to the next
    public Afterwatch(Revocations revocations, Consumer<Alarms> told, Duration every) {
        this(
                revocations::lookAgain,
                revocations::lookForReturned,
                () -> new Alarms(revocations.revived(), revocations.returned()),
                told,
                every);
    }

    /// @param sources asks them whether what was revoked is good again
    /// @param reading looks whether whom was cut off is back by it
    /// @param standing what came of both, and is not over
    Afterwatch(
            Repeated.Deed sources, Runnable reading, Supplier<Alarms> standing, Consumer<Alarms> told, Duration every) {
        this.sources = sources;
        this.reading = reading;
        this.standing = standing;
        this.told = told;
        looks = LastingFault.logged(LOG, "what was revoked was not looked after", "afterwatch", every, this::look);
    }

    private void look() throws InterruptedException {
        try {
            sources.once();
        } finally {
            // What hinders a source hinders neither this nor what stands already.
            reading.run();
            tell();
        }
    }

    private void tell() {
        Alarms now = standing.get();
        if (!now.equals(before)) {
            before = now;
            told.accept(now);
        }
    }

    /// Returns when nothing of it uses the workspace any more.
    @Override
    public void close() {
        looks.close();
    }
}
