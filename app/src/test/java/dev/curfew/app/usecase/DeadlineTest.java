package dev.curfew.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Deadline deadline = Deadline.at(START.plus(HALF_AN_HOUR), now::get);

    /// While the machine is suspended the clock goes on, and nothing else.
    @Test
    void itIsOverByTheClock() {
        now.set(START.plus(HALF_AN_HOUR).minusSeconds(1));
        assertThat(deadline.left()).isPositive();
        now.set(START.plus(HALF_AN_HOUR));
        assertThat(deadline.left()).isZero();
        now.set(START.plus(Duration.ofDays(1)));
        assertThat(deadline.left()).isZero();
    }

    @Test
    void aClockThatIsSetBackMakesItNoLonger() {
        now.set(START.minus(Duration.ofDays(1)));
        assertThat(deadline.left()).isLessThanOrEqualTo(HALF_AN_HOUR);
    }
}
