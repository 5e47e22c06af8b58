package dev.curfew.connector.http;

import java.time.Duration;

/// Waits. Tests count instead.
@FunctionalInterface
public interface Pause {

    /// On the thread that asks.
    Pause SLEEP = Thread::sleep;

    void pause(Duration duration) throws InterruptedException;
}
