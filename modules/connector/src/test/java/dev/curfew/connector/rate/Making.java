package dev.curfew.connector.rate;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Makes many things at a server, several at a time.
final class Making {
    private static final int AT_ONCE = 16;

    private Making() {}

    /// @param one makes the one of this number
    static void of(int count, IntConsumer one) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<?> made : IntStream.range(0, count)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> one.accept(number)))
                    .toList()) {
                made.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
