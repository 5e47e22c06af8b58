package dev.curfew.app.console.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Work work = new Work(
            waiting::add,
            Runnable::run,
            failure -> new Failure(Failure.Kind.REFUSED, "it said " + failure.getMessage()));

    private Job<String> job(String name, Job.Body<String> body) {
        return new Job<>(name, name, body, heard::add, failure -> heard.add(failure.sentence()));
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Test
    void handsTheResultOverAndForgetsTheJob() {
        work.start(job("read", _ -> "rows"));
        assertThat(work.running()).hasSize(1);

        runAll();

        assertThat(heard).containsExactly("rows");
        assertThat(work.running()).isEmpty();
    }

    @Test
    void onlyTheNewestJobOfANameCounts() {
        work.start(job("filter", _ -> "old"));
        work.start(job("filter", _ -> "new"));

        runAll();

        assertThat(heard).containsExactly("new");
    }

    @Test
    void aJobGoesOnUntilItHasStoppedAlsoOnceItIsCancelled() {
        work.start(job("act", _ -> "done"));
        assertThat(work.isGoing("act")).isTrue();
        assertThat(work.isGoing("other")).isFalse();

        work.cancel("act");
        assertThat(work.isGoing("act")).isTrue();

        runAll();
        assertThat(work.isGoing("act")).isFalse();
    }

    @Test
    void jobsOfOtherNamesAreLeftAlone() {
        work.start(job("one", _ -> "first"));
        work.start(job("other", _ -> "second"));

        runAll();

        assertThat(heard).containsExactly("first", "second");
    }

    @Test
    void aFailureBecomesASentence() {
        work.start(job("read", _ -> {
            throw new IllegalStateException("no");
        }));

        runAll();

        assertThat(heard).containsExactly("it said no");
        assertThat(work.running()).isEmpty();
    }

    @Test
    void cancellingInterruptsTheWorkAndDropsItsResult() {
        Running running = work.start(
                job("read", _ -> {
                    work.cancel("read");
                    return Thread.currentThread().isInterrupted() ? "interrupted" : "not interrupted";
                }),
                () -> heard.add("cancelled"));

        runAll();

        assertThat(heard).containsExactly("cancelled");
        assertThat(running.isCancelled()).isTrue();
        assertThat(Thread.currentThread().isInterrupted())
                .as("the thread is given back clean")
                .isFalse();
    }

    @Test
    void aJobCancelledBeforeItBeganNeverRuns() {
        work.start(job("read", _ -> {
            heard.add("ran");
            return "rows";
        }));
        work.cancel("read");

        runAll();

        assertThat(heard).isEmpty();
    }

    @Test
    void progressIsAShareWhereTheTotalIsKnown() {
        List<Double> shares = new ArrayList<>();
        List<Running> started = new ArrayList<>();
        started.add(work.start(job("read", progress -> {
            progress.at("tokens", 1, 4);
            shares.add(started.getFirst().progress().get());
            progress.at("leases", 1, -1);
            shares.add(started.getFirst().progress().get());
            return started.getFirst().stage().get();
        })));

        runAll();

        assertThat(shares).containsExactly(0.25, Running.INDETERMINATE);
        assertThat(heard).containsExactly("leases");
    }
}
