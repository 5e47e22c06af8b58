package dev.curfew.revocation.narrowing;

import java.time.Instant;

/// What is to be narrowed, and by what.
///
/// @param policy its id, or its name where that is unambiguous
/// @param since from when on its use counts
/// @param pathsMax up to how many paths that were used a wildcard gives way to; zero: to none
public record NarrowOrder(String policy, Instant since, int pathsMax) {
    public NarrowOrder {
        if (pathsMax < 0) {
            throw new IllegalArgumentException("no number of paths: " + pathsMax);
        }
    }
}
