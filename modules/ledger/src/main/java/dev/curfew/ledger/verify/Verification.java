package dev.curfew.ledger.verify;

import java.time.Instant;
import java.util.List;

/// What a verification came to.
///
/// @param size entries read
/// @param rootHash of the entries as read, 64 hexadecimal digits
/// @param agreements the checkpoints held elsewhere that the log is consistent with
public record Verification(long size, String rootHash, List<Problem> problems, List<Agreement> agreements) {

    /// @param heldSize the size of the checkpoint that agrees: it vouches for the entries before, and for none after
    /// @param at when the holder signed it; else when its last entry was made
    public record Agreement(String holder, long heldSize, Instant at) {}

    public Verification {
        problems = List.copyOf(problems);
        agreements = List.copyOf(agreements);
    }

    public boolean isConsistent() {
        return problems.isEmpty();
    }
}
