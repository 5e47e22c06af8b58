package dev.curfew.connector.rate;

import java.util.Map;

/// What a client told of its listing.
///
/// @param counts how many of each kind
record Listed(Map<String, Long> counts, long requests) {
    /// @throws IllegalStateException if another listing of the same has another count of something that both list
    void sameAs(Listed other) {
        counts.forEach((kind, count) -> {
            if (!count.equals(other.counts.get(kind))) {
                throw new IllegalStateException(kind + ": " + count + " and " + other.counts.get(kind));
            }
        });
    }
}
