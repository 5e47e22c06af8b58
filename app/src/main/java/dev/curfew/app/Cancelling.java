package dev.curfew.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl+C and a termination into an interrupt of the running command, and waits until it has cleaned up: what it
/// did not commit is rolled back, what it opened is closed.
final class Cancelling {
    /// Longer than any single answer that is waited for, and than it takes to end a command with its credential;
    /// shorter than the 30 s after which Kubernetes kills. Then the process ends as it stands, which the store
    /// survives.
    private static final long CLEAN_UP_SECONDS_MAX = 25;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread command;

    private Cancelling(Thread command) {
        this.command = command;
    }

    static Cancelling onTermination(Thread command) {
        Cancelling cancelling = new Cancelling(command);
        Runtime.getRuntime().addShutdownHook(new Thread(cancelling::cancel, "cancelling"));
        return cancelling;
    }

    /// The command is over by itself: nothing is left to wait for.
    void done() {
        done.countDown();
    }

    private void cancel() {
        if (done.getCount() == 0) {
            return;
        }
        command.interrupt();
        try {
            if (!done.await(CLEAN_UP_SECONDS_MAX, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
