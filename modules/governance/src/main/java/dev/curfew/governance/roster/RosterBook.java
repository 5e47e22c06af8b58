package dev.curfew.governance.roster;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.governance.roster.chain.RosterWords;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Reads the roster out of the ledger, which alone holds it, and holds it against what was seen of it elsewhere. Where
/// it is older than that, or another, nothing is decided on it.
public final class RosterBook {
    public static final String CHANGED = "roster.changed";

    /// One name for all statements: a workspace has one roster.
    static final String SUBJECT = Sha256.hex("curfew.roster");

    private static final VerifiedRoster VERIFIED = new VerifiedRoster();

    private final AuditLog auditLog;
    private final RosterMemory memory;

    public RosterBook(AuditLog auditLog, RosterMemory memory) {
        this.auditLog = auditLog;
        this.memory = memory;
    }

    /// The roster now. What is newer than what was remembered of it is remembered.
    ///
    /// @return it, or ROSTER_FORGED, ROSTER_ROLLED_BACK, ROSTER_FORKED, ROSTER_UNREMEMBERED
    public Outcome<RosterState> state(Transaction transaction) {
        try {
            return verified(transaction).then(this::asRemembered);
        } catch (UncheckedIOException e) {
            // Without its memory a roster that was set back looks like any other.
            return Outcome.refused(Refusal.ROSTER_UNREMEMBERED, String.valueOf(e.getMessage()));
        }
    }

    private Outcome<RosterState> verified(Transaction transaction) {
        List<LedgerEntry> entries = entries(transaction);
        return entries.isEmpty()
                ? Outcome.done(RosterState.unfounded(List.of()))
                : VERIFIED.of(entries, ledger(transaction));
    }

    /// The statements as they were entered, oldest first.
    public List<LedgerEntry> entries(Transaction transaction) {
        return auditLog.confirmAll(transaction, CHANGED, SUBJECT);
    }

    /// Leaf hash of the ledger's first entry; empty while there is none.
    String ledger(Transaction transaction) {
        return auditLog.read(transaction, 0, 1).stream()
                .map(LedgerEntry::leafHash)
                .findFirst()
                .orElse("");
    }

    private Outcome<RosterState> asRemembered(RosterState state) {
        Optional<RosterHead> kept = memory.kept();
        Outcome<RosterState> compared = kept.isPresent() ? compared(state, kept.get(), "device") : Outcome.done(state);
        boolean newer = state.isFounded()
                && kept.filter(head -> head.number() >= state.number()).isEmpty();
        if (newer && compared instanceof Outcome.Done) {
            memory.keep(state.head());
        }
        return compared;
    }

    /// @param where a key of `messages.properties`: who saw it
    private static Outcome<RosterState> compared(RosterState state, RosterHead seen, String where) {
        String saw = RosterWords.of("seen." + where);
        if (state.number() < seen.number()) {
            return Outcome.refused(Refusal.ROSTER_ROLLED_BACK, state.number(), seen.number(), saw);
        }
        return state.hashes().get(seen.number() - 1).equals(seen.hash())
                ? Outcome.done(state)
                : Outcome.refused(Refusal.ROSTER_FORKED, seen.number(), saw);
    }
}
