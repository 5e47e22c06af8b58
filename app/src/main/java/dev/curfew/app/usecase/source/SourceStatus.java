package dev.curfew.app.usecase.source;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.observation.Coverage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A connected source and how its last reading went.
///
/// @param readAt when the newest of its scopes was read; empty before the first sync
/// @param coverage its scopes as of the newest snapshot
public record SourceStatus(Connection connection, Optional<Instant> readAt, List<Coverage> coverage) {
    public SourceStatus {
        coverage = List.copyOf(coverage);
    }

    /// Whether every scope was read whole.
    public boolean whole() {
        return !coverage.isEmpty() && coverage.stream().allMatch(Coverage::provesAbsence);
    }
}
