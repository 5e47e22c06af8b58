package dev.curfew.app.console.work;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A job that has been started. Its properties change in the foreground.
public final class Running {

    /// As JavaFX draws it: it goes on, nobody knows how long.
    public static final double INDETERMINATE = -1;

    private final String words;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(INDETERMINATE);
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread worker;

    Running(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// From 0 to 1, or [#INDETERMINATE].
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stage() {
        return stage.getReadOnlyProperty();
    }

    public boolean isCancelled() {
        return cancelled.get();
    }

    /// Interrupts the work; its result is dropped.
    public void cancel() {
        lock.lock();
        try {
            cancelled.set(true);
            if (worker != null) {
                worker.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /// @return false if it was cancelled before it began
    boolean begin() {
        lock.lock();
        try {
            worker = Thread.currentThread();
            return !cancelled.get();
        } finally {
            lock.unlock();
        }
    }

    /// From here on an interrupt would hit what the thread does next. Clears one that came too late.
    void end() {
        lock.lock();
        try {
            worker = null;
            if (cancelled.get()) {
                Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }

    void at(String where, long done, long total) {
        stage.set(where);
        progress.set(total > 0 ? Math.min(1.0, (double) done / total) : INDETERMINATE);
    }
}
