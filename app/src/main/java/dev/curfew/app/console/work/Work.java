package dev.curfew.app.console.work;

import dev.curfew.app.usecase.Frames;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one door for background work: progress, cancelling, failures in words, newest wins. Used from the foreground
/// only.
public final class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final Executor background;
    private final Executor foreground;
    private final Function<RuntimeException, Failure> failures;
    private final Map<String, Running> newest = new HashMap<>();
    private final ObservableList<Running> running = FXCollections.observableArrayList();
    private final ObservableList<Running> runningView = FXCollections.unmodifiableObservableList(running);

    /// @param failures says what a thrown exception means to a person
    public Work(Executor background, Executor foreground, Function<RuntimeException, Failure> failures) {
        this.background = background;
        this.foreground = foreground;
        this.failures = failures;
    }

    /// On virtual threads, with results on the JavaFX application thread.
    public static Work onThreads(Function<RuntimeException, Failure> failures) {
        Executor threads = task -> Thread.ofVirtual().name("work").start(task);
        return new Work(threads, Platform::runLater, failures);
    }

    /// Everything on the calling thread, at once: for tests.
    public static Work direct(Function<RuntimeException, Failure> failures) {
        return new Work(Runnable::run, Runnable::run, failures);
    }

    /// What is going on now, oldest first.
    public ObservableList<Running> running() {
        return runningView;
    }

    /// Starts a job, and cancels an older one of its name.
    public <T> Running start(Job<T> job) {
        return start(job, () -> {});
    }

    /// @param cancelled runs in the foreground when the job was cancelled
    public <T> Running start(Job<T> job, Runnable cancelled) {
        Running started = new Running(job.words());
        running.add(started);
        begin(job, started, cancelled);
        return started;
    }

    /// Starts what goes on by itself, again and again: nobody is told that it is going on.
    public <T> void glance(Job<T> job) {
        begin(job, new Running(job.words()), () -> {});
    }

    private <T> void begin(Job<T> job, Running started, Runnable cancelled) {
        Running older = newest.put(job.name(), started);
        if (older != null) {
            older.cancel();
        }
        background.execute(() -> perform(job, started, cancelled));
    }

    /// Tells what a job came by while it goes on: runs it in the foreground. May be called from any thread.
    public void tell(Runnable words) {
        foreground.execute(words);
    }

    /// Whether a job of that name is going on; one that was cancelled is, until it has stopped.
    public boolean isGoing(String name) {
        return newest.containsKey(name);
    }

    /// Cancels the job of that name, if one is going on.
    public void cancel(String name) {
        Running going = newest.get(name);
        if (going != null) {
            going.cancel();
        }
    }

    /// The named place that catches everything a job throws: whatever goes wrong must reach a person as a sentence.
    private <T> void perform(Job<T> job, Running started, Runnable cancelled) {
        try {
            if (!started.begin()) {
                finish(job, started, cancelled, cancelled);
                return;
            }
            T result = job.body().run((stage, done, total) -> foreground.execute(() -> started.at(stage, done, total)));
            finish(job, started, () -> job.done().accept(result), cancelled);
        } catch (InterruptedException e) {
            LOG.debug("{} was cancelled", job.name(), e);
            finish(job, started, cancelled, cancelled);
        } catch (RuntimeException e) {
            Failure failure = failures.apply(e);
            log(job, failure, e);
            finish(job, started, () -> job.failed().accept(failure), cancelled);
        } finally {
            started.end();
        }
    }

    /// The message of what was foreseen was written for a person; of all else nobody knows what it quotes.
    private static void log(Job<?> job, Failure failure, RuntimeException thrown) {
        if (failure.kind() == Failure.Kind.UNEXPECTED) {
            LOG.error("unexpected failure of {}: {}", job.name(), Frames.of(thrown));
        } else {
            LOG.warn("{} failed", job.name(), thrown);
        }
    }

    private void finish(Job<?> job, Running started, Runnable outcome, Runnable cancelled) {
        foreground.execute(() -> {
            running.remove(started);
            newest.remove(job.name(), started);
            if (started.isCancelled()) {
                cancelled.run();
            } else {
                outcome.run();
            }
        });
    }
}
