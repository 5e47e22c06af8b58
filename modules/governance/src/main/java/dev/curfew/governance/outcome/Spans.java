package dev.curfew.governance.outcome;

import java.time.Duration;
import java.util.StringJoiner;

/// Lengths of time as a person says them: `15 min`, `1 h 30 min`, `2 d`.
public final class Spans {
    private Spans() {}

    /// To the second; the parts that are zero are left out.
    public static String words(Duration length) {
        StringJoiner parts = new StringJoiner(" ");
        add(parts, length.toDaysPart(), "d");
        add(parts, length.toHoursPart(), "h");
        add(parts, length.toMinutesPart(), "min");
        add(parts, length.toSecondsPart(), "s");
        return parts.length() == 0 ? "0 s" : parts.toString();
    }

    private static void add(StringJoiner parts, long count, String unit) {
        if (count != 0) {
            parts.add(count + " " + unit);
        }
    }
}
