package dev.curfew.revocation.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts who is in at once. Nobody goes before so many have come, or it is clear that no more come.
final class Crowd {
    private final AtomicInteger in = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch expected;
    private final Duration longest;

    /// @param longest how long the first ones wait for one more than was expected
    Crowd(int expected, Duration longest) {
        this.expected = new CountDownLatch(expected + 1);
        this.longest = longest;
    }

    void pass() throws InterruptedException {
        most.accumulateAndGet(in.incrementAndGet(), Math::max);
        expected.countDown();
        try {
            // One more than expected would end this at once.
            boolean _ = expected.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            in.decrementAndGet();
        }
    }

    int most() {
        return most.get();
    }
}
