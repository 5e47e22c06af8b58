package dev.curfew.connector.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/// The same call for many things, a few at a time, on virtual threads.
public final class Parallel {
    /// So many answers may wait for their use, for each call at a time: enough that a slow one holds nobody up, and
    /// never all of them in memory.
    static final int WAITING = 4;

    private Parallel() {}

    /// One call.
    @FunctionalInterface
    public interface Step<T, R> {
        R apply(T item) throws InterruptedException;
    }

    /// What is done with one answer.
    @FunctionalInterface
    public interface Use<T, R> {
        void use(T item, R answer);
    }

    /// @param atOnce calls under way at a time
    /// @param use on the calling thread, in the order of the items
    /// @throws InterruptedException if the calling thread was interrupted; the calls under way are cancelled
    public static <T, R> void each(int atOnce, List<T> items, Step<T, R> step, Use<T, R> use)
            throws InterruptedException {
        each(atOnce, atOnce * WAITING, items, step, use);
    }

    /// @param atOnce calls under way at a time
    /// @param done told how many are done, on the calling thread
    /// @return in the order of the items
    /// @throws InterruptedException if the calling thread was interrupted; the calls under way are cancelled
    public static <T, R> List<R> map(int atOnce, List<T> items, Step<T, R> step, LongConsumer done)
            throws InterruptedException {
        List<R> results = new ArrayList<>(items.size());
        each(atOnce, Integer.MAX_VALUE, items, step, (_, result) -> {
            results.add(result);
            done.accept(results.size());
        });
        return results;
    }

    private static <T, R> void each(int atOnce, int waitingMax, List<T> items, Step<T, R> step, Use<T, R> use)
            throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofVirtual().name("reading-", 0).factory());
        try {
            Queue<Future<R>> waiting = new ArrayDeque<>();
            Iterator<T> next = items.iterator();
            for (T item : items) {
                requireGoing();
                if (waiting.size() == waitingMax) {
                    use.use(next.next(), waiting.remove().get());
                }
                waiting.add(threads.submit(() -> step.apply(item)));
            }
            while (next.hasNext()) {
                requireGoing();
                use.use(next.next(), waiting.remove().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /// An answer that is there already is taken without a look at whether somebody asked to stop.
    private static void requireGoing() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
