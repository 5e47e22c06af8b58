package dev.curfew.app.usecase;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that is done again and again while a workspace is open, on a thread of its own. Whatever goes wrong once
/// is told, and stops no later time: what keeps watch may not end unseen.
public final class Repeated implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

    private final Deed deed;
    private final Consumer<RuntimeException> failed;
    private final Thread thread;
    private volatile boolean closing;

    /// What is done.
    public interface Deed {
        void once() throws InterruptedException;
    }

    /// @param name the thread's
    /// @param every how long from one time to the next
    /// @param failed told of each failure, on that thread
    public Repeated(String name, Duration every, Deed deed, Consumer<RuntimeException> failed) {
        this.deed = deed;
        this.failed = failed;
        // Of the system's: virtual ones wait where others keep all carriers busy, and a window's end does not.
        thread = Thread.ofPlatform().daemon().name(name).start(() -> run(every));
    }

    private void run(Duration every) {
        try {
            while (!closing) {
                once();
                // What was done may have used the interrupt up.
                if (!closing) {
                    Thread.sleep(every);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A keychain that is locked, a disk that is full for a while, memory that ran out, a fault of our own: the next
    /// time may go.
    private void once() throws InterruptedException {
        try {
            deed.once();
        } catch (RuntimeException failure) {
            tell(failure);
        } catch (Error error) {
            tell(new IllegalStateException(error.getClass().getSimpleName(), error));
        }
    }

    private void tell(RuntimeException failure) {
        try {
            failed.accept(failure);
        } catch (RuntimeException | Error untold) {
            LOG.error("a failure of {} is not told, for a fault: {}", thread.getName(), Frames.of(untold));
        }
    }

    /// What was foreseen in its words, a fault by where it came from alone.
    ///
    /// @param what did not go, in a few words
    public static void log(Logger log, String what, RuntimeException failure) {
        if (Foreseen.of(failure).isPresent()) {
            log.warn(what, failure);
        } else {
            log.error("{}, for a fault: {}", what, Frames.of(failure));
        }
    }

    /// Returns when nothing of it uses the workspace any more.
    @Override
    public void close() {
        closing = true;
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
