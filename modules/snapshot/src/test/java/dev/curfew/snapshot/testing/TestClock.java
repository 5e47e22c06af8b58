package dev.curfew.snapshot.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test sets.
public final class TestClock implements InstantSource {
    private Instant now;

    public TestClock(Instant start) {
        now = start;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
