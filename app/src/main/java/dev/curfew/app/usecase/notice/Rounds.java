package dev.curfew.app.usecase.notice;

import dev.curfew.app.usecase.Foreseen;
import dev.curfew.app.usecase.Frames;
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
    private final Thread thread;

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
        thread = Thread.ofVirtual().name("notices").start(() -> run(every));
    }

    private void run(Duration every) {
        try (courier) {
            while (!Thread.currentThread().isInterrupted()) {
                round();
                Thread.sleep(every);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A keychain that is locked, a disk that is full for a while, a fault of our own: the next round may go.
    private void round() {
        try {
            courier.round(notices);
            if (lasting.isOver()) {
                LOG.info("notices go again");
                trouble.accept(Optional.empty());
            }
        } catch (RuntimeException fault) {
            if (lasting.isNews(fault)) {
                log(fault);
                trouble.accept(Optional.of(fault));
            }
        }
    }

    private static void log(RuntimeException fault) {
        if (Foreseen.of(fault).isPresent()) {
            LOG.warn("notices do not go", fault);
        } else {
            LOG.error("a fault in bringing notices: {}", Frames.of(fault));
        }
    }

    /// Returns when nothing of it uses the workspace any more.
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
