package dev.curfew.governance.roster;

import dev.curfew.governance.roster.chain.RosterStatement;
import java.util.List;

/// A change of the roster and how far it has come.
///
/// @param signedBy whose signatures stand, oldest first
/// @param counted how many of them count: one an officer, one a machine
/// @param quorum how many it takes
/// @param inForce whether it is entered
public record Proposal(RosterStatement statement, List<String> signedBy, int counted, int quorum, boolean inForce) {
    public Proposal {
        signedBy = List.copyOf(signedBy);
    }

    /// How many more signatures it takes.
    public int missing() {
        return Math.max(0, quorum - counted);
    }
}
