package dev.curfew.model.timebox;

import java.time.Instant;
import java.util.Map;

/// An end that is put on standing access.
///
/// @param id as the ledger has it; what is written at the source may bear it
/// @param prior how the access stood before, as its [TimeBoxer] read it: the way back
/// @param until when it ends
public record TimeBox(String id, StandingAccess access, Map<String, String> prior, Instant until) {
    public TimeBox {
        prior = Map.copyOf(prior);
    }
}
