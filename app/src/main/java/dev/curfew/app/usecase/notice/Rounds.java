package dev.curfew.app.usecase.notice;

import dev.curfew.app.usecase.Refused;
import dev.curfew.ledger.log.LedgerException;
import dev.curfew.snapshot.keychain.KeychainException;
import dev.curfew.snapshot.secret.SecretsException;
import dev.curfew.snapshot.store.StoreException;
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
        this(courier, notices, EVERY);
    }

    /// @param every how long from one round to the next
    public Rounds(Courier courier, Notices notices, Duration every) {
        thread = Thread.ofVirtual().name("notices").start(() -> run(courier, notices, every));
    }

    private static void run(Courier courier, Notices notices, Duration every) {
        try (courier) {
            LastingFault fault = new LastingFault();
            while (!Thread.currentThread().isInterrupted()) {
                round(courier, notices, fault);
                Thread.sleep(every);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A keychain that is locked or a disk that is full for a while does not end the rounds.
    private static void round(Courier courier, Notices notices, LastingFault fault) {
        try {
            courier.round(notices);
            if (fault.isOver()) {
                LOG.info("notices go again");
            }
        } catch (Refused | StoreException | KeychainException | SecretsException | LedgerException e) {
            if (fault.isNews(e)) {
                LOG.warn("notices do not go", e);
            }
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
