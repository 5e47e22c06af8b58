package dev.curfew.revocation.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts who is in at once. Nobody goes before so many have come, and it is clear that no more come.
final class Crowd {
    /// On a busy machine they come slowly; that fewer come than expected is a failure, and may take its time.
    private static final long SECONDS_MAX = 60;

    private final AtomicInteger in = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch expected;
    private final CountDownLatch oneMore;
    private final Duration longest;

    /// @param longest how long those that were expected wait for one more
    Crowd(int expected, Duration longest) {
        this.expected = new CountDownLatch(expected);
        oneMore = new CountDownLatch(expected + 1);
        this.longest = longest;
    }

    void pass() throws InterruptedException {
        most.accumulateAndGet(in.incrementAndGet(), Math::max);
        expected.countDown();
        oneMore.countDown();
        try {
            boolean _ = expected.await(SECONDS_MAX, TimeUnit.SECONDS);
            // One more than expected would end this at once.
            boolean _ = oneMore.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            in.decrementAndGet();
        }
    }

    int most() {
        return most.get();
    }
}
