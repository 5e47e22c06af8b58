package dev.curfew.governance.signal;

import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.SignedEntries;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Who may signal. In the ledger alone, each entry signed by its officer: whoever can write to the database makes
/// nobody believed.
public final class SenderBook {
    private static final String ENTERED = "signal.sender";
    private static final String SUBJECT = Sha256.hex("curfew.signal-senders");
    private static final String REMOVED = "removed";
    private static final String NAME = "name";

    private final SignedEntries entries;

    public SenderBook(Office office) {
        entries = new SignedEntries(office, ENTERED, SUBJECT, "curfew.signal-sender/1");
    }

    /// A sender who is believed.
    public record Admitted(Sender sender, String by, Instant since) {}

    /// In the order in which they were first entered.
    public Believed<Admitted> inForce(Transaction transaction) {
        Believed<LedgerEntry> newest =
                Believed.of(entries.newest(transaction, NAME), entry -> verified(transaction, entry));
        Believed<Admitted> standing = Believed.of(
                newest.all().stream().filter(SenderBook::stands).toList(), entry -> Outcome.done(admitted(entry)));
        return standing.with(standing.all(), newest);
    }

    private Outcome<LedgerEntry> verified(Transaction transaction, LedgerEntry entry) {
        return entries.verified(
                transaction,
                entry,
                Refusal.SIGNAL_FORGED,
                Objects.toString(entry.event().details().get(NAME), ""));
    }

    private static boolean stands(LedgerEntry entry) {
        return !Boolean.TRUE.equals(entry.event().details().get(REMOVED));
    }

    private static Admitted admitted(LedgerEntry entry) {
        AuditEvent event = entry.event();
        return new Admitted(SenderJson.read(event.details()), event.actor(), event.at());
    }

    /// @return the one of that name, or UNKNOWN_SENDER, SIGNAL_FORGED, UNREADABLE, or as `Roster.signer`
    public Outcome<Admitted> find(Transaction transaction, String name) {
        Outcome<Admitted> unknown = Outcome.refused(Refusal.UNKNOWN_SENDER, name);
        return entries.newest(transaction, NAME, name)
                .map(entry -> Believed.guarded(
                        entry,
                        it -> verified(transaction, it)
                                .then(signed -> stands(signed) ? Outcome.done(admitted(signed)) : unknown)))
                .orElse(unknown);
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
