package dev.curfew.governance.notice;

import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Where notices go, and whose turn it is to review. In the ledger alone, each entry signed by its officer: whoever can
/// write to the database can neither have them sent elsewhere nor keep them back unseen.
public final class CarrierBook {
    private static final String ENTERED = "notice.carrier";
    private static final String ESCALATION = "notice.escalation";
    private static final String SUBJECT = Sha256.hex("curfew.notice");
    private static final String REMOVED = "removed";

    private final Office office;

    public CarrierBook(Office office) {
        this.office = office;
    }

    /// A carrier that carries.
    ///
    /// @param since what happened before is not told
    public record Standing(Carrier carrier, String by, Instant since) {}

    /// In the order in which they were entered.
    ///
    /// @return them, or CARRIER_FORGED, or as `Roster.signer`
    public Outcome<List<Standing>> inForce(Transaction transaction) {
        Map<String, LedgerEntry> newest = new LinkedHashMap<>();
        for (LedgerEntry entry : office.auditLog().confirmAll(transaction, ENTERED, SUBJECT)) {
            newest.put(text(entry.event().details(), "name"), entry);
        }
        Outcome<List<Standing>> all = Outcome.done(List.of());
        for (LedgerEntry entry : newest.values()) {
            all = all.then(before ->
                    verified(transaction, entry, Refusal.CARRIER_FORGED).map(_ -> with(before, entry)));
        }
        return all;
    }

    private static List<Standing> with(List<Standing> before, LedgerEntry entry) {
        Map<String, Object> details = entry.event().details();
        List<Standing> more = new ArrayList<>(before);
        if (!Boolean.TRUE.equals(details.get(REMOVED))) {
            more.add(new Standing(
                    CarrierJson.read(details),
                    entry.event().actor(),
                    entry.event().at()));
        }
        return List.copyOf(more);
    }

    /// @return whose turn it is when, or ESCALATION_FORGED, or as `Roster.signer`
    public Outcome<Escalation> escalation(Transaction transaction) {
        return office.auditLog()
                .confirm(transaction, ESCALATION, SUBJECT)
                .map(entry ->
                        verified(transaction, entry, Refusal.ESCALATION_FORGED).map(_ -> escalation(entry)))
                .orElseGet(() -> Outcome.done(Escalation.NONE));
    }

    private static Escalation escalation(LedgerEntry entry) {
        Map<String, Object> details = entry.event().details();
        return new Escalation(
                Duration.parse(text(details, "after")),
                details.get("reviewers") instanceof List<?> all
                        ? all.stream().map(String::valueOf).toList()
                        : List.of());
    }

    private Outcome<LedgerEntry> verified(Transaction transaction, LedgerEntry entry, Refusal forged) {
        Map<String, Object> details = entry.event().details();
        return office.roster()
                .signer(transaction, entry.event().actor(), entry.index())
                .then(officer -> Ed25519.verifies(officer.publicKey(), statement(details), text(details, "signature"))
                        ? Outcome.done(entry)
                        : Outcome.refused(forged, text(details, "name")));
    }

    /// Enters it in place of what had its name.
    ///
    /// @return it, or as `Roster.holder`
    public Outcome<Standing> enter(Transaction transaction, OfficerKey officer, Carrier carrier) {
        Map<String, Object> details = CarrierJson.of(carrier);
        details.put(REMOVED, false);
        return append(transaction, officer, ENTERED, details)
                .map(entry ->
                        new Standing(carrier, officer.officer(), entry.event().at()));
    }

    /// @return what carries no longer, or as `Roster.holder`
    public Outcome<Carrier> remove(Transaction transaction, OfficerKey officer, Carrier carrier) {
        Map<String, Object> details = CarrierJson.of(carrier);
        details.put(REMOVED, true);
        return append(transaction, officer, ENTERED, details).map(_ -> carrier);
    }

    /// @return it, or NOT_AN_OFFICER for a reviewer who is none, or as `Roster.holder`
    public Outcome<Escalation> enter(Transaction transaction, OfficerKey officer, Escalation escalation) {
        Outcome<Escalation> all = Outcome.done(escalation);
        for (String reviewer : escalation.reviewers()) {
            all = all.then(_ -> office.roster().find(transaction, reviewer).map(_ -> escalation));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("after", escalation.after().toString());
        details.put("reviewers", escalation.reviewers());
        return all.then(_ -> append(transaction, officer, ESCALATION, details)).map(_ -> escalation);
    }

    private Outcome<LedgerEntry> append(
            Transaction transaction, OfficerKey officer, String type, Map<String, Object> details) {
        return office.roster().holder(transaction, officer).map(_ -> {
            Map<String, Object> all = new LinkedHashMap<>(details);
            all.put("nonce", office.nonce());
            all.put("signature", officer.sign(statement(all)));
            return office.auditLog()
                    .append(
                            transaction,
                            new AuditEvent(type, office.clock().instant(), officer.officer(), SUBJECT, all));
        });
    }

    /// What the officer signs: everything but the signature.
    private static String statement(Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.remove("signature");
        all.put("schema", "curfew.notice-carrier/1");
        return CanonicalJson.text(all);
    }

    private static String text(Map<String, Object> details, String name) {
        return Objects.toString(details.get(name), "");
    }
}
