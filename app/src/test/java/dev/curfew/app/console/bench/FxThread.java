package dev.curfew.app.console.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/// Runs a test's steps where JavaFX wants them.
public final class FxThread {

    private static final long SECONDS_MAX = 240;

    private FxThread() {}

    public static synchronized void start() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            Platform.setImplicitExit(false);
            started.await();
        } catch (IllegalStateException e) {
            // It runs already: another test of this process started it.
            Platform.setImplicitExit(false);
        }
    }

    public static <T> T call(Callable<T> step) throws Exception {
        start();
        FutureTask<T> task = new FutureTask<>(step);
        Platform.runLater(task);
        try {
            return task.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread is stuck", e);
        }
    }

    /// A step without a result.
    public interface Step {
        void run() throws Exception;
    }

    public static void run(Step step) throws Exception {
        call(() -> {
            step.run();
            return true;
        });
    }
}
