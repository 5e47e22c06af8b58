package dev.curfew.app.usecase.notice;

import dev.curfew.app.usecase.Repeated;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A courier's rounds while a workspace is open. Whatever goes wrong in one is told, and stops no later one.
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Courier courier;
    private final Repeated rounds;

    /// @param courier used by this alone, and closed with it
    /// @param trouble told what a round failed with, when that is another than before, and empty when one went again;
    ///     from another thread
    public Rounds(Courier courier, Notices notices, Consumer<Optional<RuntimeException>> trouble) {
        this(courier, notices, trouble, EVERY);
    }

    /// @param every how long from one round to the next
    public Rounds(Courier courier, Notices notices, Consumer<Optional<RuntimeException>> trouble, Duration every) {
        this.courier = courier;
        rounds = LastingFault.logged(LOG, "notices do not go", "notices", every, () -> courier.round(notices), trouble);
    }

    /// Returns when nothing of it uses the workspace any more.
    @Override
    public void close() {
        rounds.close();
        courier.close();
    }
}
