package dev.curfew.connector.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/// The same call for many things, a few at a time, on virtual threads.
public final class Parallel {

    private Parallel() {}

    /// One call.
    @FunctionalInterface
    public interface Step<T, R> {
        R apply(T item) throws InterruptedException;
    }

    /// @param atOnce calls under way at a time
    /// @param done told how many are done, on the calling thread
    /// @return in the order of the items
    /// @throws InterruptedException if the calling thread was interrupted; the calls under way are cancelled
    public static <T, R> List<R> map(int atOnce, List<T> items, Step<T, R> step, LongConsumer done)
            throws InterruptedException {
        List<R> results = new ArrayList<>(Collections.nCopies(items.size(), null));
        ExecutorService threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofVirtual().name("reading-", 0).factory());
        try {
            CompletionService<Integer> completion = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < items.size(); i++) {
                int index = i;
                completion.submit(() -> {
                    results.set(index, step.apply(items.get(index)));
                    return index;
                });
            }
            for (int i = 1; i <= items.size(); i++) {
                completion.take().get();
                done.accept(i);
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
