package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;

/// Times as policies write them: the W3C forms of ISO 8601, or seconds since 1970. Compared to the microsecond.
///
/// <https://www.w3.org/TR/NOTE-datetime>
final class Dates {
    private Dates() {}

    static ValueTest compared(String policy, Order order) {
        long bound = new DateText(policy).micros();
        return bound == DateText.NONE ? ValueTest.NOTHING : given -> compare(given, bound, order);
    }

    private static Outcome compare(String given, long bound, Order order) {
        long time = new DateText(given).micros();
        return time == DateText.NONE ? Outcome.INCOMPARABLE : Outcome.of(order.holds(Long.compare(time, bound)));
    }
}
