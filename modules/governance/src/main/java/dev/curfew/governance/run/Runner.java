package dev.curfew.governance.run;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// The process of Curfew's that watches over a command: with it goes whoever would end the window in time.
///
/// @param device as in `Device.id`
/// @param startedAt as the system says: process ids are used again
public record Runner(String device, long pid, Instant startedAt) {

    Map<String, Object> toJson() {
        return Map.of("device", device, "pid", pid, "pidSince", startedAt.toString());
    }

    static Runner ofJson(Map<String, Object> json) {
        return new Runner(
                text(json, "device"), Long.parseLong(text(json, "pid")), Instant.parse(text(json, "pidSince")));
    }

    private static String text(Map<String, Object> json, String key) {
        return Objects.toString(json.get(key), "");
    }
}
