package dev.curfew.governance.request;

import java.time.Duration;

/// Ceilings on what may be asked for. They hold whatever anyone approves.
///
/// @param unissuedMax for how long a request may wait for its decision and its issue, from when it is to begin
/// @param aheadMax how far ahead it may be asked for
public record RequestLimits(Duration shortest, Duration longest, Duration unissuedMax, Duration aheadMax) {
    /// A minute is the least in which a person can use what is handed over; a shift is the longest one person answers
    /// for (principle S05: the shortest time that fits the task). What nobody wanted from a Friday to a Monday nobody
    /// needs. What is planned further ahead than two weeks is planned anew before it comes.
    public static final RequestLimits DEFAULT =
            new RequestLimits(Duration.ofMinutes(1), Duration.ofHours(8), Duration.ofDays(3), Duration.ofDays(14));

    public RequestLimits {
        if (!shortest.isPositive() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("the shortest window lasts some time, the longest no less");
        }
    }
}
