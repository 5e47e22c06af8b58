package dev.curfew.app.usecase.notice;

import dev.curfew.app.usecase.Refused;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A courier's rounds while a workspace is open.
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Thread thread;

    /// @param courier used by this alone, and closed with it
    public Rounds(Courier courier, Notices notices) {
        thread = Thread.ofVirtual().name("notices").start(() -> run(courier, notices));
    }

    private static void run(Courier courier, Notices notices) {
        try (courier) {
            while (!Thread.currentThread().isInterrupted()) {
                round(courier, notices);
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void round(Courier courier, Notices notices) {
        try {
            courier.round(notices);
        } catch (Refused e) {
            LOG.warn("notices do not go", e);
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
