package dev.curfew.connector.postgres.link;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work that ends in time. JDBC waits for a server however long it takes; a virtual thread that is interrupted in a
/// read closes its socket instead (JEP 444), and whoever waits for it here need not wait for that.
final class Bounded {

    private Bounded() {}

    /// Work that the driver does.
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /// @param onEnd what ends the work where an interrupt alone does not
    /// @throws PgException if it failed, or took too long
    /// @throws InterruptedException if the calling thread was interrupted; the work is ended
    static <T> T call(Duration limit, Work<T> work, Runnable onEnd) throws PgException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread worker = Thread.ofVirtual().name("postgresql").start(task);
        boolean over = false;
        try {
            T result = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            over = true;
            return result;
        } catch (ExecutionException _) {
            over = true;
            throw failure(task.exceptionNow());
        } catch (TimeoutException _) {
            throw new PgException(new PgFailure(PgFailure.Kind.TIMED_OUT, "", limit.toSeconds() + " s"));
        } finally {
            if (!over) {
                worker.interrupt();
                Thread.ofVirtual().name("postgresql-end").start(onEnd);
            }
        }
    }

    private static PgException failure(Throwable cause) {
        return switch (cause) {
            case SQLException e -> new PgException(Failures.of(e));
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(cause);
        };
    }
}
