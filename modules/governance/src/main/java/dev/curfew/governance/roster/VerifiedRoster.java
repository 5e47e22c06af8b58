package dev.curfew.governance.roster;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.roster.chain.RosterChain;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.ledger.LedgerEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps what came of the chain that was verified last: between two changes it is the only one that is ever read.
final class VerifiedRoster {
    private @Nullable Verified last;

    /// @param leaves hashes of all that was verified, signatures too
    private record Verified(String ledger, List<String> leaves, Outcome<RosterState> outcome) {}

    synchronized Outcome<RosterState> of(List<LedgerEntry> entries, String ledger) {
        List<String> leaves = entries.stream()
                .map(entry -> entry.index() + " " + entry.leafHash())
                .toList();
        if (last == null || !last.leaves().equals(leaves) || !last.ledger().equals(ledger)) {
            last = new Verified(ledger, leaves, RosterChain.verified(entries, ledger));
        }
        return last.outcome();
    }
}
