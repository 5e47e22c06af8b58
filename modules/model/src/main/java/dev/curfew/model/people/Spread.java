package dev.curfew.model.people;

import java.time.Duration;

/// How long something took, over many times, each one of those that were measured.
///
/// @param median half of them took no longer
/// @param ninetieth nine of ten took no longer
public record Spread(Duration median, Duration ninetieth, Duration longest) {
    /// @throws IllegalArgumentException if they do not rise
    public Spread {
        if (median.isNegative() || median.compareTo(ninetieth) > 0 || ninetieth.compareTo(longest) > 0) {
            throw new IllegalArgumentException("a spread that does not rise");
        }
    }
}
