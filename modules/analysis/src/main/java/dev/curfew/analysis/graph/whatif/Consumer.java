package dev.curfew.analysis.graph.whatif;

import dev.curfew.analysis.graph.Edge;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.EntityId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Somebody who could no longer do what it can do now.
///
/// @param name as its users know it
/// @param lastUse when it was last seen at work at all, the newest of itself and its credentials: whether by one of the
///     lost
///     steps, no source says
/// @param lost its steps that would go
public record Consumer(EntityId who, String name, Usage lastUse, List<Edge> lost) {
    /// The one seen last breaks first. Of whom nobody knows comes before those who were not seen.
    static final Comparator<Consumer> LAST_SEEN_FIRST = Comparator.<Consumer>comparingInt(it -> rank(it.lastUse()))
            .thenComparing(it -> seen(it.lastUse()), Comparator.reverseOrder())
            .thenComparing(Consumer::who);

    public Consumer {
        lost = List.copyOf(lost);
    }

    static int rank(Usage usage) {
        return switch (usage) {
            case Usage.Seen _ -> 0;
            case Usage.NotObserved _ -> 1;
            case Usage.NoneSeen _ -> 2;
        };
    }

    static Instant seen(Usage usage) {
        return usage instanceof Usage.Seen seen ? seen.at() : Instant.EPOCH;
    }
}
