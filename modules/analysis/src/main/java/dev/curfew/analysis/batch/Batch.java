package dev.curfew.analysis.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Answers a stream of cases: every line gets one line, in the same order, and a line that is no case gets an error of
/// its own. Memory is bounded, however long the stream.
public final class Batch {
    /// Enough work for a task to be worth handing over, and little enough to keep every thread busy.
    private static final int TASK_LINES_MAX = 128;

    /// A task is closed by bytes too, so that large cases do not pile up.
    private static final int TASK_BYTES_MAX = 1024 * 1024;

    /// Tasks a thread has waiting while the oldest is written.
    private static final int TASKS_AHEAD = 3;

    private final CaseLine cases;
    private final int threads;

    /// @param threads how many decide at once
    public Batch(CaseEvaluator evaluator, int threads) {
        this.cases = new CaseLine(evaluator);
        this.threads = threads;
    }

    /// Where answers go.
    @FunctionalInterface
    public interface Sink {

        /// @param lines whole lines, each with its end
        void write(String lines) throws IOException;
    }

    private record Answers(String lines, BatchCount count) {}

    /// @throws IOException if reading or writing fails; answers to earlier lines may have been written
    public BatchCount run(InputStream in, Sink out) throws IOException, InterruptedException {
        Lines lines = new Lines(in);
        Queue<Future<Answers>> ahead = new ArrayDeque<>();
        BatchCount count = BatchCount.NONE;
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("batch-", 0).daemon().factory())) {
            try {
                for (List<byte[]> task = task(lines); !task.isEmpty(); task = task(lines)) {
                    List<byte[]> next = task;
                    ahead.add(pool.submit(() -> answer(next)));
                    if (ahead.size() > threads * TASKS_AHEAD) {
                        count = count.plus(write(ahead.remove(), out));
                    }
                }
                while (!ahead.isEmpty()) {
                    count = count.plus(write(ahead.remove(), out));
                }
            } finally {
                ahead.forEach(rest -> rest.cancel(false));
            }
        }
        return count;
    }

    private static List<byte[]> task(Lines lines) throws IOException {
        List<byte[]> task = new ArrayList<>();
        int bytes = 0;
        while (task.size() < TASK_LINES_MAX && bytes < TASK_BYTES_MAX) {
            Optional<byte[]> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            task.add(line.get());
            bytes += line.get().length;
        }
        return task;
    }

    private Answers answer(List<byte[]> task) {
        StringBuilder lines = new StringBuilder();
        int errors = 0;
        for (byte[] line : task) {
            CaseLine.Answer answer = cases.answer(line);
            lines.append(answer.text()).append('\n');
            errors += answer.isError() ? 1 : 0;
        }
        return new Answers(lines.toString(), new BatchCount(task.size(), errors));
    }

    private static BatchCount write(Future<Answers> done, Sink out) throws IOException, InterruptedException {
        try {
            Answers answers = done.get();
            out.write(answers.lines());
            return answers.count();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a line is always answered", e);
        }
    }
}
