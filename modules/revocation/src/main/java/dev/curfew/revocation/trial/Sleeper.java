package dev.curfew.revocation.trial;

import java.time.Duration;

/// Waits between tries; a test does not.
@FunctionalInterface
public interface Sleeper {
    Sleeper REAL = Thread::sleep;

    void sleep(Duration duration) throws InterruptedException;
}
