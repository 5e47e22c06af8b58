package dev.curfew.connector.signal;

import java.time.Instant;

/// Moments at which something can have happened.
final class Moments {
    /// Of the last year with four digits, as RFC 3339 has years.
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {}

    /// Whether it is one. A signal that was entered stays: what nobody can show or reckon with would be in the way.
    static boolean isOne(Instant at) {
        return !at.isBefore(Instant.EPOCH) && !at.isAfter(LAST);
    }
}
