package dev.curfew.governance.officer;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Entries of the ledger that an officer signs with everything that they say.
///
/// @param schema what is signed besides, so that no statement stands for one of another kind
/// @param beside the details that are not signed, the signature among them
public record SignedEntries(Office office, String type, String subject, String schema, Set<String> beside) {
    private static final String SIGNATURE = "signature";

    public SignedEntries {
        beside = Set.copyOf(beside);
    }

    public SignedEntries(Office office, String type, String subject, String schema) {
        this(office, type, subject, schema, Set.of(SIGNATURE));
    }

    /// @return the entry, or as `Roster.holder`
    public Outcome<LedgerEntry> append(Transaction transaction, OfficerKey officer, Map<String, Object> details) {
        return office.roster().holder(transaction, officer).map(_ -> {
            Map<String, Object> all = new LinkedHashMap<>(details);
            all.put("nonce", office.nonce());
            all.put(SIGNATURE, officer.sign(statement(all)));
            return office.auditLog()
                    .append(
                            transaction,
                            new AuditEvent(type, office.clock().instant(), officer.officer(), subject, all));
        });
    }

    /// Oldest first, whether they hold or not. What was signed once is there once: a copy that somebody enters later
    /// does not bring back what was taken back meanwhile.
    public List<LedgerEntry> all(Transaction transaction) {
        Set<String> statements = new HashSet<>();
        List<LedgerEntry> all = new ArrayList<>();
        for (LedgerEntry entry : office.auditLog().confirmAll(transaction, type, subject)) {
            boolean again = said(entry).filter(text -> !statements.add(text)).isPresent();
            if (!again || !holds(transaction, entry)) {
                all.add(entry);
            }
        }
        return List.copyOf(all);
    }

    /// Those of [#all] that their officers signed.
    public List<LedgerEntry> holding(Transaction transaction) {
        return all(transaction).stream()
                .filter(entry -> holds(transaction, entry))
                .toList();
    }

    /// Those of [#all] that are the newest of what they name, in the order in which the names were first entered.
    ///
    /// @param name the detail that names it
    public List<LedgerEntry> newest(Transaction transaction, String name) {
        Map<String, LedgerEntry> newest = new LinkedHashMap<>();
        all(transaction).forEach(entry -> newest.put(text(entry, name), entry));
        return List.copyOf(newest.values());
    }

    /// The newest of [#all] of that name.
    public Optional<LedgerEntry> newest(Transaction transaction, String name, String value) {
        return newest(transaction, name).stream()
                .filter(entry -> text(entry, name).equals(value))
                .findFirst();
    }

    public boolean holds(Transaction transaction, LedgerEntry entry) {
        AuditEvent event = entry.event();
        return said(entry)
                .filter(text ->
                        office.roster().signed(transaction, event.actor(), entry.index(), text, text(entry, SIGNATURE)))
                .isPresent();
    }

    /// @param forged the refusal where it is not what its officer signed
    /// @param arguments for its words
    /// @return the entry, or `forged`, or as `Roster.signer`
    public Outcome<LedgerEntry> verified(
            Transaction transaction, LedgerEntry entry, Refusal forged, Object... arguments) {
        return office.roster()
                .signer(transaction, entry.event().actor(), entry.index())
                .then(officer -> said(entry)
                                .filter(text -> Ed25519.verifies(officer.publicKey(), text, text(entry, SIGNATURE)))
                                .isPresent()
                        ? Outcome.done(entry)
                        : Outcome.refused(forged, arguments));
    }

    /// What is signed of it; empty where nobody can have signed it, for there is no one text for it.
    private Optional<String> said(LedgerEntry entry) {
        try {
            return Optional.of(statement(entry.event().details()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String statement(Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.keySet().removeAll(beside);
        all.put("schema", schema);
        return CanonicalJson.text(all);
    }

    private static String text(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
