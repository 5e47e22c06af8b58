package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.Reopening;
import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.workspace.WorkspaceException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// One after another those who ask have the workspace. It is open only while somebody waits for it, so that console,
/// command line and `watch` can have it in between; where one of them has it, it is tried again for a while.
final class Turns {
    private static final Messages MESSAGES = Messages.of(Turns.class);

    /// A pipeline waits this long, as for a slow server; who comes later is told to come again.
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(100);

    /// Then it is let go even if others wait here: they are not more than those who wait elsewhere.
    private static final Duration HELD_MAX = Duration.ofSeconds(5);

    /// `watch` looks every half second.
    private static final Duration LEFT_FOR = Duration.ofMillis(700);

    private static final String RETRY_SECONDS = "5";

    private final Invocation invocation;
    private final ReentrantLock turn = new ReentrantLock(true);
    private boolean open;
    private long openedAt;

    Turns(Invocation invocation) {
        this.invocation = invocation;
    }

    /// @throws Problem BUSY if others had it for too long
    /// @throws WorkspaceException if it cannot be opened for another reason
    <T> T take(Function<Desk, T> work) throws InterruptedException {
        long giveUpAt = System.nanoTime() + WAIT_MAX.toNanos();
        if (!turn.tryLock(WAIT_MAX.toNanos(), TimeUnit.NANOSECONDS)) {
            throw busy();
        }
        try {
            return work.apply(desk(giveUpAt));
        } finally {
            try {
                leave();
            } finally {
                turn.unlock();
            }
        }
    }

    private Desk desk(long giveUpAt) throws InterruptedException {
        try {
            Duration left = Duration.ofNanos(giveUpAt - System.nanoTime());
            Desk desk = new Reopening(invocation, left, PAUSE).desk();
            if (!open) {
                open = true;
                openedAt = System.nanoTime();
            }
            return desk;
        } catch (WorkspaceException e) {
            if (e.kind() != WorkspaceException.Kind.LOCKED) {
                throw e;
            }
            throw busy();
        }
    }

    private void leave() throws InterruptedException {
        boolean waited = turn.hasQueuedThreads();
        boolean tooLong = open && System.nanoTime() - openedAt > HELD_MAX.toNanos();
        if (waited && !tooLong) {
            return;
        }
        invocation.lend();
        open = false;
        if (waited) {
            Thread.sleep(LEFT_FOR);
        }
    }

    private static Problem busy() {
        return Problem.of(ProblemKind.BUSY, MESSAGES.text("busy")).header("Retry-After", RETRY_SECONDS);
    }
}
