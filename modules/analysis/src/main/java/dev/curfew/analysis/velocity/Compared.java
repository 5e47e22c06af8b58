package dev.curfew.analysis.velocity;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What two snapshots say when they are held against one another.
///
/// @param movement in the scopes that were compared; null where there are none: what moved is not known
/// @param compared how many scopes were read whole in the time, and whole once before it
/// @param scopes how many there are
/// @param since the oldest of the readings compared with; what moved may have done so at any time from then on; null
///     where nothing was compared
public record Compared(
        @Nullable Movement movement,
        int compared,
        int scopes,
        @Nullable Instant since) {
    public Compared {
        if ((movement == null) != (compared == 0) || (since == null) != (compared == 0)) {
            throw new IllegalArgumentException("what moved is known of compared scopes, and only of these");
        }
    }

    /// Empty where it is not known.
    public Optional<Movement> moved() {
        return Optional.ofNullable(movement);
    }
}
