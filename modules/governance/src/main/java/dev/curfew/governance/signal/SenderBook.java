package dev.curfew.governance.signal;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Who may signal. In the ledger alone, each entry signed by its officer: whoever can write to the database makes
/// nobody believed.
public final class SenderBook {
    private static final String ENTERED = "signal.sender";
    private static final String SUBJECT = Sha256.hex("curfew.signal-senders");
    private static final String REMOVED = "removed";

    private final Office office;
    private final SignedEntries entries;

    public SenderBook(Office office) {
        this.office = office;
        entries = new SignedEntries(office, ENTERED, SUBJECT, "curfew.signal-sender/1");
    }

    /// A sender who is believed.
    public record Admitted(Sender sender, String by, Instant since) {}

    /// In the order in which they were first entered.
    ///
    /// @return them, or SIGNAL_FORGED, or as `Roster.signer`
    public Outcome<List<Admitted>> inForce(Transaction transaction) {
        Map<String, LedgerEntry> newest = new LinkedHashMap<>();
        for (LedgerEntry entry : office.auditLog().confirmAll(transaction, ENTERED, SUBJECT)) {
            newest.put(name(entry), entry);
        }
        Outcome<List<Admitted>> all = Outcome.done(List.of());
        for (LedgerEntry entry : newest.values()) {
            all = all.then(
                    before -> entries.verified(transaction, entry, name(entry)).map(_ -> with(before, entry)));
        }
        return all;
    }

    private static List<Admitted> with(List<Admitted> before, LedgerEntry entry) {
        Map<String, Object> details = entry.event().details();
        List<Admitted> more = new ArrayList<>(before);
        if (!Boolean.TRUE.equals(details.get(REMOVED))) {
            more.add(new Admitted(
                    SenderJson.read(details),
                    entry.event().actor(),
                    entry.event().at()));
        }
        return List.copyOf(more);
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

    private static String name(LedgerEntry entry) {
        return Objects.toString(entry.event().details().get("name"), "");
    }
}
