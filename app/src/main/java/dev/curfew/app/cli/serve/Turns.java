package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Frames;
import dev.curfew.app.usecase.counter.Clerk;
import dev.curfew.app.usecase.counter.Errand;
import dev.curfew.app.usecase.counter.Passage;
import dev.curfew.app.usecase.counter.Slip;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.store.StoreException;
import dev.curfew.snapshot.workspace.WorkspaceException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One after another those who ask have the workspace. It is open only while somebody waits for it, so that console,
/// command line and `watch` can have it in between. Where the console has it, the console does the errand; where others
/// have it, it is tried again for a while.
final class Turns implements Errands, AutoCloseable {
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
    private @Nullable Passage passage;
    private boolean open;
    private long openedAt;

    Turns(Invocation invocation) {
        this.invocation = invocation;
    }

    /// @throws Problem BUSY if others had it for too long
    /// @throws WorkspaceException if it cannot be opened for another reason
    @Override
    public Slip take(Errand errand) throws InterruptedException {
        long giveUpAt = System.nanoTime() + WAIT_MAX.toNanos();
        if (!turn.tryLock(WAIT_MAX.toNanos(), TimeUnit.NANOSECONDS)) {
            throw busy();
        }
        try {
            return slip(errand, giveUpAt);
        } finally {
            try {
                leave();
            } finally {
                turn.unlock();
            }
        }
    }

    private Slip slip(Errand errand, long giveUpAt) throws InterruptedException {
        while (true) {
            Optional<Desk> desk = desk();
            Optional<Slip> slip =
                    desk.isPresent() ? desk.map(own -> Clerk.at(own).does(errand)) : way().bring(errand);
            if (slip.isPresent()) {
                return slip.get();
            }
            if (System.nanoTime() > giveUpAt) {
                throw busy();
            }
            Thread.sleep(PAUSE);
        }
    }

    /// Empty while others have it.
    private Optional<Desk> desk() {
        try {
            Desk desk = invocation.desk();
            if (!open) {
                open = true;
                openedAt = System.nanoTime();
            }
            return Optional.of(desk);
        } catch (WorkspaceException e) {
            if (e.kind() != WorkspaceException.Kind.LOCKED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Passage way() {
        Passage known = passage;
        if (known == null) {
            known = invocation.passage();
            passage = known;
        }
        return known;
    }

    private void leave() throws InterruptedException {
        boolean waited = turn.hasQueuedThreads();
        boolean tooLong = open && System.nanoTime() - openedAt > HELD_MAX.toNanos();
        if (waited && !tooLong) {
            return;
        }
        lend();
        open = false;
        if (waited) {
            Thread.sleep(LEFT_FOR);
        }
    }

    /// What was answered stands, whatever becomes of the closing.
    private void lend() {
        try {
            invocation.lend();
        } catch (UncheckedIOException | StoreException e) {
            invocation.printer().failure(MESSAGES.text("not-closed", Frames.of(e)));
        }
    }

    private static Problem busy() {
        return Problem.of(ProblemKind.BUSY, MESSAGES.text("busy")).header("Retry-After", RETRY_SECONDS);
    }

    @Override
    public void close() {
        if (passage != null) {
            passage.close();
        }
    }
}
