package dev.curfew.governance.roster;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.roster.chain.RosterChain;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.ledger.LedgerEntry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A statement as the ledger holds it.
///
/// @param signedBy the officers
public record RosterEntry(RosterStatement statement, List<String> signedBy, long ledgerIndex) {
    static final String APPROVED = "roster.approved";

    public RosterEntry {
        signedBy = List.copyOf(signedBy);
    }

    static Optional<RosterEntry> of(LedgerEntry entry) {
        return RosterChain.statement(entry)
                .map(statement -> new RosterEntry(
                        statement,
                        RosterChain.signatures(entry).stream()
                                .map(SignedText::officer)
                                .toList(),
                        entry.index()));
    }

    static SignedText signed(LedgerEntry approval) {
        return new SignedText(
                Objects.toString(approval.event().details().get(RosterChain.STATEMENT), ""),
                Objects.toString(approval.event().details().get(RosterChain.SIGNATURE), ""));
    }
}
