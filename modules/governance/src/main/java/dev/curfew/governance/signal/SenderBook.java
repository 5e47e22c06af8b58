package dev.curfew.governance.signal;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.SignedEntries;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Who may signal. In the ledger alone, each entry signed by its officer: whoever can write to the database makes
/// nobody believed.
public final class SenderBook {
    private static final String ENTERED = "signal.sender";
    private static final String SUBJECT = Sha256.hex("curfew.signal-senders");
    private static final String REMOVED = "removed";

    private final SignedEntries entries;

    public SenderBook(Office office) {
        entries = new SignedEntries(office, ENTERED, SUBJECT, "curfew.signal-sender/1");
    }

    /// A sender who is believed.
    public record Admitted(Sender sender, String by, Instant since) {}

    /// In the order in which they were first entered.
    ///
    /// @return them, or SIGNAL_FORGED, or as `Roster.signer`
    public Outcome<List<Admitted>> inForce(Transaction transaction) {
        return entries.newest(transaction, "name", Refusal.SIGNAL_FORGED)
                .map(newest -> newest.stream()
                        .map(LedgerEntry::event)
                        .filter(event -> !Boolean.TRUE.equals(event.details().get(REMOVED)))
                        .map(event -> new Admitted(SenderJson.read(event.details()), event.actor(), event.at()))
                        .toList());
    }

    /// @return the one of that name, or UNKNOWN_SENDER, or as [#inForce]
    public Outcome<Admitted> find(Transaction transaction, String name) {
        return inForce(transaction)
                .then(all -> all.stream()
                        .filter(one -> one.sender().name().equals(name))
                        .findFirst()
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_SENDER, name)));
    }

    /// Enters it in place of what had its name.
    ///
    /// @return it, or as `Roster.holder`
    public Outcome<Admitted> enter(Transaction transaction, OfficerKey officer, Sender sender) {
        return append(transaction, officer, sender, false)
                .map(entry ->
                        new Admitted(sender, officer.officer(), entry.event().at()));
    }

    /// @return who is believed no longer, or as `Roster.holder`
    public Outcome<Sender> remove(Transaction transaction, OfficerKey officer, Sender sender) {
        return append(transaction, officer, sender, true).map(_ -> sender);
    }

    private Outcome<LedgerEntry> append(Transaction transaction, OfficerKey officer, Sender sender, boolean removed) {
        Map<String, Object> details = SenderJson.of(sender);
        details.put(REMOVED, removed);
        return entries.append(transaction, officer, details);
    }
}
