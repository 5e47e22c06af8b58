package dev.curfew.analysis.graph.estate;

import dev.curfew.analysis.graph.StepSink;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.id.EntityId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// Asks the evaluators for the steps of many, on all processors, and adds them to a graph. While this thread adds what
/// was found, the others ask further.
final class Asking {
    /// Rows that one thread asks for before it looks for more.
    private static final int PART = 256;

    /// Parts that are in memory as objects at once, before they are packed.
    private static final int AHEAD = 64;

    private final StepSink graph;

    Asking(StepSink graph) {
        this.graph = graph;
    }

    /// @param steps of one of them; called by many threads
    void ask(List<EntityId> all, Function<EntityId, List<Route>> steps) {
        Deque<FutureTask<List<Row>>> parts = new ArrayDeque<>(AHEAD);
        try {
            ask(all, steps, parts);
        } finally {
            // where one of them failed nobody waits for the others
            parts.forEach(part -> part.cancel(false));
        }
    }

    private void ask(List<EntityId> all, Function<EntityId, List<Route>> steps, Deque<FutureTask<List<Row>>> parts) {
        int next = 0;
        while (next < all.size() || !parts.isEmpty()) {
            while (next < all.size() && parts.size() < AHEAD) {
                List<EntityId> some = all.subList(next, Math.min(next + PART, all.size()));
                FutureTask<List<Row>> part = new FutureTask<>(() -> rows(some, steps));
                ForkJoinPool.commonPool().execute(part);
                parts.add(part);
                next += some.size();
            }
            help(parts);
            rows(parts.remove()).forEach(row -> graph.steps(row.from(), row.steps()));
        }
    }

    private static List<Row> rows(List<EntityId> some, Function<EntityId, List<Route>> steps) {
        return some.stream().map(each -> Row.of(each, steps.apply(each))).toList();
    }

    /// Asks for what nobody has begun, until the first part is there. A part that is begun is not begun again.
    private static void help(Deque<FutureTask<List<Row>>> parts) {
        for (FutureTask<List<Row>> part : parts) {
            if (parts.getFirst().isDone()) {
                return;
            }
            part.run();
        }
    }

    /// Whoever is interrupted is so afterwards too: half a graph is none.
    private static List<Row> rows(FutureTask<List<Row>> part) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return part.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failed(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// As if this thread had asked.
    private static RuntimeException failed(ExecutionException asking) {
        return switch (asking.getCause()) {
            case Error error -> throw error;
            case RuntimeException failed -> failed;
            case null, default -> new IllegalStateException(asking);
        };
    }
}
