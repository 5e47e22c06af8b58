package dev.curfew.connector.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Who may call a server when, where it is not to be called as often as we can: one turn after another, evenly.
final class Turns {
    private final Map<String, Long> next = new HashMap<>();

    /// How long this call waits for its turn.
    synchronized Duration of(Call call) {
        int rate = call.way().requestsPerSecond();
        if (rate == 0) {
            return Duration.ZERO;
        }
        long now = System.nanoTime();
        String server = call.address().getRawAuthority();
        long turn = Math.max(now, next.getOrDefault(server, now));
        next.put(server, turn + TimeUnit.SECONDS.toNanos(1) / rate);
        return Duration.ofNanos(turn - now);
    }
}
