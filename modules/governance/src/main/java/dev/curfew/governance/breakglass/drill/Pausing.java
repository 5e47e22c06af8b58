package dev.curfew.governance.breakglass.drill;

import java.time.Duration;

/// Waits; tests do not.
@FunctionalInterface
public interface Pausing {
    Pausing REAL = duration -> Thread.sleep(duration);

    void pause(Duration duration) throws InterruptedException;
}
