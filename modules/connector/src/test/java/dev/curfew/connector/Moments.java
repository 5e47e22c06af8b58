package dev.curfew.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.port.SourceClock;
import java.time.Duration;

/// Clocks of servers that run on this machine.
public final class Moments {
    private Moments() {}

    /// What a server's clock shows is what ours does: at most the second that servers tell and the time of an answer
    /// behind it, and never ahead.
    public static void assertIsOurs(SourceClock clock) throws InterruptedException {
        assertThat(clock.read().orElseThrow().ahead()).isBetween(Duration.ofSeconds(-20), Duration.ofMillis(1));
    }
}
