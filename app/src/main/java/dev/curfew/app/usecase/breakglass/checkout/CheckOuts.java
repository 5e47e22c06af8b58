package dev.curfew.app.usecase.breakglass.checkout;

import dev.curfew.app.usecase.Deadline;
import dev.curfew.app.usecase.Frames;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.breakglass.EmergencyUses;
import dev.curfew.app.usecase.breakglass.OpenUse;
import dev.curfew.app.usecase.breakglass.UseOrder;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Break-glass paths that are checked out here: each is open until it is checked in, its time is over, or the workspace
/// is closed.
public final class CheckOuts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckOuts.class);
    private static final Messages MESSAGES = Messages.of(CheckOuts.class);

    /// How late a machine that was suspended may notice that a time is over.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final Supplier<EmergencyUses> uses;
    private final InstantSource clock;
    private final Map<String, CheckOut> here = new ConcurrentHashMap<>();

    /// Shared by those that open a path; whole for whoever closes the workspace.
    private final ReadWriteLock opening = new ReentrantReadWriteLock();

    private boolean closed;

    public CheckOuts(Supplier<EmergencyUses> uses, InstantSource clock) {
        this.uses = uses;
        this.clock = clock;
    }

    /// To whom a session goes, and in which file.
    ///
    /// @param file a new one
    public record Recipient(String officer, Path file) {}

    /// Opens a path and hands its session over. What cannot be handed over is closed again.
    ///
    /// @param over told what became of it when its time was over and nobody had checked it in, also if it could not be
    ///     and is still out; from another thread
    /// @throws Refused as `EmergencyUses.open`, or if the file is there or cannot be written, or the workspace was
    ///     closed
    /// @throws dev.curfew.model.port.SourceException if the source refused to wrap it, or did not answer
    public CheckedOut open(
            OfficerLogin officer,
            List<OfficerLogin> holders,
            UseOrder order,
            Recipient to,
            Consumer<CheckedIn> over,
            Progress progress)
            throws InterruptedException {
        Lock lock = opening.readLock();
        lock.lockInterruptibly();
        try (PrivateFile output = PrivateFile.made(to.file())) {
            if (closed) {
                throw new Refused(MESSAGES.text("closed", order.path()));
            }
            OpenUse open = uses.get().open(officer, holders, order, progress);
            CheckOut one = handed(open, to, output);
            here.put(open.use().id(), one);
            one.endWith(later(open.use(), over));
            return one.out();
        } catch (IOException e) {
            throw new Refused(MESSAGES.text("unhanded", to.file()), e);
        } finally {
            lock.unlock();
        }
    }

    private CheckOut handed(OpenUse open, Recipient to, PrivateFile output) throws InterruptedException, IOException {
        boolean handed = false;
        try {
            CheckedOut out =
                    new CheckedOut(open.use(), to.file(), to.officer(), SessionFile.write(open, to.officer(), output));
            handed = true;
            return new CheckOut(open, out);
        } finally {
            if (!handed) {
                close(open);
            }
        }
    }

    /// Also if this thread was asked to stop: it is checked out nowhere, so that nobody could check it in.
    private void close(OpenUse open) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        try (open) {
            uses.get().close(open, Map.of("how", "not-handed-over"), Progress.SILENT);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// What waits for its time to be over.
    private Thread later(PathUse use, Consumer<CheckedIn> over) {
        Instant end = use.endsBy().orElse(Instant.MAX);
        return thread(use, () -> {
            try {
                await(Deadline.at(end, clock));
                over.accept(timedOut(use));
            } catch (InterruptedException _) {
                LOG.debug("{} was checked in before its time", use.id());
            }
        });
    }

    private CheckedIn timedOut(PathUse use) throws InterruptedException {
        try {
            return checkIn(use.id(), "timed-out", Progress.SILENT);
        } catch (RuntimeException e) {
            if (!isHere(use.id())) {
                throw e;
            }
            logFailed(use, e);
            return stillOut(use);
        }
    }

    private CheckedIn stillOut(PathUse use) {
        StageResult closure = new StageResult(
                Stage.CLOSURE,
                Verdict.FAILED,
                clock.instant(),
                Duration.ZERO,
                MESSAGES.text("still-out"),
                MESSAGES.text("still-out.next"));
        return new CheckedIn(use, List.of(closure));
    }

    private static void await(Deadline deadline) throws InterruptedException {
        for (Duration left = deadline.left(); left.isPositive(); left = deadline.left()) {
            Thread.sleep(left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY);
        }
    }

    private static Thread thread(PathUse use, Runnable task) {
        return Thread.ofVirtual()
                .name("check-in " + use.id())
                .uncaughtExceptionHandler((_, fault) -> logFailed(use, fault))
                .start(task);
    }

    /// Without its message, which may quote anything.
    private static void logFailed(PathUse use, Throwable fault) {
        LOG.error("{} could not be checked in: {}", use.id(), Frames.of(fault));
    }

    /// Whether a use is checked out here. At once, also on the thread that draws.
    public boolean isHere(String use) {
        return here.containsKey(use);
    }

    /// All that are. At once, also on the thread that draws.
    public List<CheckedOut> all() {
        return here.values().stream().map(CheckOut::out).toList();
    }

    /// Ends the session, replaces the credential, seals the new one, and takes the file away.
    ///
    /// @throws Refused if it is not checked out here
    /// @throws InterruptedException if it was cancelled: it is still checked out then, and its session ended as far as
    ///     the source answered
    public CheckedIn checkIn(String use, Progress progress) throws InterruptedException {
        return checkIn(use, "checked-in", progress);
    }

    private CheckedIn checkIn(String use, String how, Progress progress) throws InterruptedException {
        CheckOut one = here.get(use);
        if (one == null) {
            throw new Refused(MESSAGES.text("not-here", use));
        }
        return one.alone(() -> {
            if (!here.containsKey(use)) {
                throw new Refused(MESSAGES.text("not-here", use));
            }
            CheckedIn in = one.closed(uses.get(), how, progress);
            here.remove(use);
            one.close();
            return in;
        });
    }

    private void refuseMore() {
        Lock lock = opening.writeLock();
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /// Checks in what is still out, also what was just being checked out; nothing is from then on. Side by side, so
    /// that a source that does not answer keeps no other waiting.
    @Override
    public void close() {
        refuseMore();
        List<Thread> closing = new ArrayList<>();
        for (CheckOut one : here.values()) {
            closing.add(thread(one.out().use(), () -> {
                try {
                    checkIn(one.out().use().id(), "workspace-closed", Progress.SILENT);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        try {
            for (Thread thread : closing) {
                thread.join();
            }
            // what none of them could: nobody can check it in any more, and its secrets and its file are not to stay
            here.values().forEach(CheckOut::close);
            here.clear();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
