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
    private final Notices notices;
    private final Consumer<Optional<RuntimeException>> trouble;
    private final LastingFault lasting = new LastingFault();
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
        this.notices = notices;
        this.trouble = trouble;
        rounds = new Repeated("notices", every, this::round, this::failed);
    }

    private void round() {
        courier.round(notices);
        if (lasting.isOver()) {
            LOG.info("notices go again");
            trouble.accept(Optional.empty());
        }
    }

    private void failed(RuntimeException fault) {
        if (lasting.isNews(fault)) {
            Repeated.log(LOG, "notices do not go", fault);
            trouble.accept(Optional.of(fault));
        }
    }

    /// Returns when nothing of it uses the workspace any more.
    @Override
    public void close() {
        rounds.close();
        courier.close();
    }
}
