package dev.curfew.revocation.rotation;

import dev.curfew.model.connection.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// How the old credential is to be cut.
///
/// @param quiet for how long it must not have been used
/// @param although what an officer goes on in spite of: `NOT_YET`, `UNKNOWN`
/// @param oldValue what to try the old one with; stays the caller's
/// @param newValue what to try the new one with; stays the caller's
public record CutOrder(Duration quiet, Set<Quiet> although, Optional<Secret> oldValue, Optional<Secret> newValue) {
    public CutOrder {
        although = Set.copyOf(although);
    }
}
