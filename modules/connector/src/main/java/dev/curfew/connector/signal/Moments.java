package dev.curfew.connector.signal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Moments at which something can have happened.
final class Moments {
    /// Beyond it not every time zone has a date. Whoever tells milliseconds for seconds is heard all the same: what is
    /// dated ahead counts from when it was received.
    private static final Instant LAST = Instant.MAX.minus(731, ChronoUnit.DAYS);

    private Moments() {}

    /// Whether it is one. A signal that was entered stays: what nobody can show or reckon with would be in the way.
    static boolean isOne(Instant at) {
        return !at.isBefore(Instant.EPOCH) && !at.isAfter(LAST);
    }
}
