package dev.curfew.app.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacesTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE / 2);
    private final Paces paces = new Paces(nanos::get);

    @Test
    void aLoopIsToldToComeAgainAndOthersAreNot() {
        for (int i = 0; i < Paces.AT_ONCE; i++) {
            paces.count("workload:ci/a");
        }
        assertThatThrownBy(() -> paces.count("workload:ci/a")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_OFTEN);
            assertThat(problem.headers()).containsEntry("Retry-After", "10");
        });
        paces.count("workload:ci/b");
    }

    @Test
    void onceInAWhileItMayAskForEver() {
        for (int i = 0; i < 10 * Paces.AT_ONCE; i++) {
            paces.count("workload:ci/a");
            nanos.addAndGet(Paces.EVERY.toNanos());
        }
        for (int i = 0; i < Paces.AT_ONCE; i++) {
            paces.count("workload:ci/a");
        }
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThatThrownBy(() -> paces.count("workload:ci/a"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.headers()).containsEntry("Retry-After", "6"));
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        paces.count("workload:ci/a");
    }
}
