package dev.curfew.model.timeline;

import java.time.Instant;

/// Somebody who used something: all that came from one origin.
///
/// @param succeeded how often the source did what was asked
/// @param refused how often it did not
/// @param last when it was used last, whether that succeeded or not
public record Caller(Origin from, long succeeded, long refused, Instant first, Instant last) {

    public Caller {
        if (succeeded < 0 || refused < 0 || succeeded + refused < 1 || last.isBefore(first)) {
            throw new IllegalArgumentException("used once at least, and not last before first");
        }
    }

    public static Caller of(Deed deed) {
        return new Caller(
                deed.from(),
                deed.succeeded() ? deed.times() : 0,
                deed.succeeded() ? 0 : deed.times(),
                deed.first(),
                deed.last());
    }

    /// Both as one.
    public Caller and(Caller other) {
        return new Caller(
                from,
                succeeded + other.succeeded,
                refused + other.refused,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }
}
