package dev.curfew.governance.delegation;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads back who handed their voice to whom, and believes only what its officer signed and the ledger holds. What the
/// roster does not let stand now does not stand, whenever it was signed.
public final class DelegationBook {
    public static final String MADE = "delegation.made";
    public static final String WITHDRAWN = "delegation.withdrawn";

    /// One name for all of them: who asks about an officer asks about all who might speak for them.
    static final String SUBJECT = Sha256.hex("curfew.delegations");

    static final String STATEMENT = "statement";
    static final String SIGNATURE = "signature";

    private final Office office;

    public DelegationBook(Office office) {
        this.office = office;
    }

    /// All, those that ended too, oldest first.
    ///
    /// @return them, or as `RosterBook.state`
    public Outcome<List<Handed>> all(Transaction transaction) {
        return office.rosterBook().state(transaction).map(state -> {
            List<LedgerEntry> withdrawals = entries(transaction, WITHDRAWN);
            return entries(transaction, MADE).stream()
                    .flatMap(entry -> handed(transaction, state, entry, withdrawals).stream())
                    .toList();
        });
    }

    private List<LedgerEntry> entries(Transaction transaction, String type) {
        return office.auditLog().confirmAll(transaction, type, SUBJECT);
    }

    private Optional<Handed> handed(
            Transaction transaction, RosterState state, LedgerEntry entry, List<LedgerEntry> withdrawals) {
        return Delegation.parse(detail(entry, STATEMENT))
                .filter(one -> one.roster().equals(state.roster()))
                .filter(one -> signed(transaction, entry, one.from(), one.text()))
                .map(one -> new Handed(
                        one,
                        entry.index(),
                        ended(transaction, state, one, withdrawals).orElse("")));
    }

    private Optional<String> ended(
            Transaction transaction, RosterState state, Delegation one, List<LedgerEntry> withdrawals) {
        return withdrawn(transaction, one, withdrawals)
                .or(() -> lost(state, one.from()))
                .or(() -> lost(state, one.to()))
                .or(() -> tooLong(state, one.length()));
    }

    private Optional<String> withdrawn(Transaction transaction, Delegation one, List<LedgerEntry> withdrawals) {
        return withdrawals.stream()
                .filter(entry -> detail(entry, "delegation").equals(one.hash()))
                .filter(entry -> List.of(one.from(), one.to()).contains(detail(entry, "officer")))
                .filter(entry ->
                        signed(transaction, entry, detail(entry, "officer"), withdrawal(one, detail(entry, "at"))))
                .findFirst()
                .map(entry -> DelegationWords.of(
                        "ended.withdrawn",
                        detail(entry, "officer"),
                        entry.event().at().toString()));
    }

    private static Optional<String> lost(RosterState state, String name) {
        return state.find(name).filter(Member::isGood).isPresent()
                ? Optional.empty()
                : Optional.of(DelegationWords.of("ended.key", name));
    }

    static Optional<String> tooLong(RosterState state, Duration length) {
        Duration most = state.terms().duties().delegatedMax();
        if (most == null) {
            return Optional.of(DelegationWords.of("ended.nobody"));
        }
        return length.compareTo(most) > 0
                ? Optional.of(DelegationWords.of("ended.longer", Spans.words(length), Spans.words(most)))
                : Optional.empty();
    }

    private boolean signed(Transaction transaction, LedgerEntry entry, String officer, String text) {
        return office.roster().signed(transaction, officer, entry.index(), text, detail(entry, SIGNATURE));
    }

    /// What is signed by whoever ends it before its time.
    static String withdrawal(Delegation one, String at) {
        return CanonicalJson.text(
                Map.of("schema", "curfew.delegation-withdrawal/1", "delegation", one.hash(), "at", at));
    }

    private static String detail(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
