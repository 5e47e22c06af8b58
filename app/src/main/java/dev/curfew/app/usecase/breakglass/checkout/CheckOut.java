package dev.curfew.app.usecase.breakglass.checkout;

import dev.curfew.app.usecase.breakglass.EmergencyUses;
import dev.curfew.app.usecase.breakglass.OpenUse;
import dev.curfew.model.port.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One path that is checked out. One thread at a time does something with its session.
final class CheckOut implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckOut.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final OpenUse open;
    private final CheckedOut out;
    private volatile @Nullable Thread ending;

    CheckOut(OpenUse open, CheckedOut out) {
        this.open = open;
        this.out = out;
    }

    CheckedOut out() {
        return out;
    }

    /// @param thread that waits for its time to be over
    void endWith(Thread thread) {
        ending = thread;
    }

    /// What is done with it.
    interface Deed<T> {
        T run() throws InterruptedException;
    }

    <T> T alone(Deed<T> deed) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return deed.run();
        } finally {
            lock.unlock();
        }
    }

    CheckedIn closed(EmergencyUses uses, String how, Progress progress) throws InterruptedException {
        Map<String, Object> details = new LinkedHashMap<>(out.details());
        details.put("how", how);
        return new CheckedIn(open.use(), uses.close(open, details, progress));
    }

    /// Lets go of what is held here: the session, and the file that it was handed over in.
    @Override
    public void close() {
        Thread waiting = ending;
        if (waiting != null && !waiting.equals(Thread.currentThread())) {
            waiting.interrupt();
        }
        open.close();
        try {
            Files.deleteIfExists(out.file());
        } catch (IOException e) {
            LOG.warn(
                    "the file of {}, whose session is over, could not be deleted",
                    out.use().id(),
                    e);
        }
    }
}
