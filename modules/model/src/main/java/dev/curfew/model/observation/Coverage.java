package dev.curfew.model.observation;

import dev.curfew.model.id.SourceName;
import java.time.Instant;

/// What became of reading one scope of a source.
///
/// @param scope for example `tokens`, `policies`, `access-key-last-used`
/// @param detail the provider's words or ours, for a person; empty when it was read whole
/// @param items how many things were read in it
public record Coverage(SourceName source, String scope, CoverageState state, String detail, long items, Instant at) {

    /// Whether absence from this scope means that the thing is not there.
    public boolean provesAbsence() {
        return state == CoverageState.READ;
    }
}
