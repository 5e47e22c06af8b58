package dev.curfew.governance.exchange;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Holds the head of a roster that a file brings against what was seen of that roster before: an older one, or another
/// of the same number, was set back or made from a copy. What was seen stands in this machine's own ledger.
public final class RosterWitness {
    static final String SEEN = "roster.seen";

    private final Office office;

    public RosterWitness(Office office) {
        this.office = office;
    }

    /// @param head as the file says; empty where that roster is not founded
    /// @param by the officer who signed the file
    /// @return it, or ROSTER_ROLLED_BACK, ROSTER_FORKED, or as `RosterBook.state`
    public Outcome<Optional<RosterHead>> check(Transaction transaction, Optional<RosterHead> head, String by) {
        return head.isEmpty()
                ? Outcome.done(head)
                : office.rosterBook()
                        .state(transaction)
                        .then(own -> own.roster().equals(head.get().roster())
                                ? againstOwn(own, head.get(), by)
                                : againstSeen(transaction, head.get()))
                        .map(Optional::of);
    }

    /// The file is of a copy of this very workspace. If it had come further, this one is the older copy: that is
    /// remembered, and nothing is decided here from then on.
    private Outcome<RosterHead> againstOwn(RosterState own, RosterHead head, String by) {
        String where = words("seen.file", by);
        if (head.number() > own.number()) {
            office.memory().keep(head);
            return Outcome.refused(Refusal.ROSTER_ROLLED_BACK, own.number(), head.number(), where);
        }
        return own.hashes().get(head.number() - 1).equals(head.hash())
                ? Outcome.done(head)
                : Outcome.refused(Refusal.ROSTER_FORKED, head.number(), words("seen.here"));
    }

    private Outcome<RosterHead> againstSeen(Transaction transaction, RosterHead head) {
        Optional<LedgerEntry> entry = office.auditLog().confirm(transaction, SEEN, head.roster());
        if (entry.isEmpty()) {
            return Outcome.done(head);
        }
        Map<String, Object> details = entry.get().event().details();
        int number = details.get("number") instanceof Number seen ? seen.intValue() : 0;
        String where = words(
                "seen.before", entry.get().event().actor(), entry.get().event().at());
        if (head.number() < number) {
            return Outcome.refused(Refusal.ROSTER_ROLLED_BACK, head.number(), number, where);
        }
        return head.number() > number || head.hash().equals(Objects.toString(details.get("hash"), ""))
                ? Outcome.done(head)
                : Outcome.refused(Refusal.ROSTER_FORKED, number, where);
    }

    private static String words(String key, Object... arguments) {
        return Messages.of(RosterWitness.class).text(key, arguments);
    }

    /// After [#check].
    public void enter(Transaction transaction, RosterHead head, String by) {
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(SEEN, office.clock().instant(), by, head.roster(), details(head, by)));
    }

    private static Map<String, Object> details(RosterHead head, String by) {
        Map<String, Object> details = new LinkedHashMap<>(head.toJson());
        details.put("by", by);
        return details;
    }
}
