package dev.curfew.revocation.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Threads of one run, which end with it. What one of them throws, whoever waits for it throws.
final class Threads implements AutoCloseable {
    private final ExecutorService executor;

    Threads(String name) {
        executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name, 0).factory());
    }

    /// What is done on a thread of its own.
    @FunctionalInterface
    interface Task {
        void run() throws InterruptedException;
    }

    Future<?> start(Task task) {
        return executor.submit(() -> {
            task.run();
            return true;
        });
    }

    /// Waits for all of them.
    void await(Collection<Future<?>> all) throws InterruptedException {
        for (Future<?> each : List.copyOf(all)) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw failed(e);
            }
        }
    }

    /// Waits for all of them, but no longer than that.
    ///
    /// @return whether all are done
    boolean await(Collection<Future<?>> all, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        for (Future<?> each : List.copyOf(all)) {
            try {
                each.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                return false;
            } catch (ExecutionException e) {
                throw failed(e);
            }
        }
        return true;
    }

    private RuntimeException failed(ExecutionException e) {
        stop();
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }

    void stop() {
        executor.shutdownNow();
    }

    @Override
    public void close() {
        executor.close();
    }
}
