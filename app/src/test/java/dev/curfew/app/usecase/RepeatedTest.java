package dev.curfew.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatedTest {
    private final BlockingQueue<RuntimeException> failed = new LinkedBlockingQueue<>();

    @Test
    void anErrorIsToldAndEndsNothing() throws InterruptedException {
        Repeated.Deed breaking = () -> {
            throw new StackOverflowError();
        };
        try (Repeated _ = new Repeated("breaking", Duration.ofMillis(1), breaking, failed::add)) {
            for (int i = 0; i < 2; i++) {
                assertThat(failed.poll(10, TimeUnit.SECONDS)).hasCauseInstanceOf(StackOverflowError.class);
            }
        }
    }

    @Test
    void whoIsToldAndFailsEndsNothingEither() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        Repeated.Deed breaking = () -> {
            times.incrementAndGet();
            throw new IllegalStateException("broken");
        };
        try (Repeated _ = new Repeated("untold", Duration.ofMillis(1), breaking, failure -> {
            failed.add(failure);
            throw failure;
        })) {
            for (int i = 0; i < 2; i++) {
                assertThat(failed.poll(10, TimeUnit.SECONDS)).hasMessage("broken");
            }
        }
        assertThat(times.get()).isGreaterThanOrEqualTo(2);
    }
}
