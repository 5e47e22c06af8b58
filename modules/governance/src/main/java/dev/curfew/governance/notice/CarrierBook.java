package dev.curfew.governance.notice;

import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.SignedEntries;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.port.Transaction;
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
    private static final String SCHEMA = "curfew.notice-carrier/1";
    private static final String REMOVED = "removed";
    private static final String NAME = "name";
    private static final String AFTER = "after";

    private final Office office;
    private final SignedEntries carriers;
    private final SignedEntries escalations;

    public CarrierBook(Office office) {
        this.office = office;
        carriers = new SignedEntries(office, ENTERED, SUBJECT, SCHEMA);
        escalations = new SignedEntries(office, ESCALATION, SUBJECT, SCHEMA);
    }

    /// A carrier that carries.
    ///
    /// @param since what happened before is not told
    public record Standing(Carrier carrier, String by, Instant since) {}

    /// In the order in which they were entered.
    public Believed<Standing> inForce(Transaction transaction) {
        Believed<LedgerEntry> newest =
                Believed.of(carriers.newest(transaction, NAME), entry -> carrier(transaction, entry));
        List<LedgerEntry> standing = newest.all().stream()
                .filter(entry -> !Boolean.TRUE.equals(entry.event().details().get(REMOVED)))
                .toList();
        Believed<Standing> read = Believed.of(standing, entry -> Outcome.done(standing(entry.event())));
        return read.with(read.all(), newest);
    }

    private static Standing standing(AuditEvent event) {
        return new Standing(CarrierJson.read(event.details()), event.actor(), event.at());
    }

    /// Both kinds of entries have one schema: what was signed as a turn to review is no carrier.
    private Outcome<LedgerEntry> carrier(Transaction transaction, LedgerEntry entry) {
        String name = Objects.toString(entry.event().details().get(NAME), "?");
        return carriers.verified(transaction, entry, Refusal.CARRIER_FORGED, name)
                .then(signed -> signed.event().details().containsKey(NAME)
                        ? Outcome.done(signed)
                        : Outcome.refused(Refusal.CARRIER_FORGED, name));
    }

    /// Whose turn it is when: one, as it was signed last. What was entered since then, and is not believed, is in
    /// doubt.
    public Believed<Escalation> escalation(Transaction transaction) {
        List<String> doubts = new ArrayList<>();
        for (LedgerEntry entry : escalations.all(transaction).reversed()) {
            switch (Believed.guarded(entry, it -> turn(transaction, it))) {
                case Outcome.Done<Escalation>(Escalation turn) -> {
                    return new Believed<>(List.of(turn), doubts);
                }
                case Outcome.Refused<Escalation> refused -> doubts.add(Believed.doubt(entry, refused));
            }
        }
        return new Believed<>(List.of(Escalation.NONE), doubts);
    }

    private Outcome<Escalation> turn(Transaction transaction, LedgerEntry entry) {
        return escalations
                .verified(transaction, entry, Refusal.ESCALATION_FORGED)
                .then(CarrierBook::escalation);
    }

    private static Outcome<Escalation> escalation(LedgerEntry entry) {
        Map<String, Object> details = entry.event().details();
        return details.get(AFTER) instanceof String after && details.get("reviewers") instanceof List<?> all
                ? Outcome.done(new Escalation(
                        Duration.parse(after), all.stream().map(String::valueOf).toList()))
                : Outcome.refused(Refusal.ESCALATION_FORGED);
    }

    /// Enters it in place of what had its name.
    ///
    /// @return it, or as `Roster.holder`
    public Outcome<Standing> enter(Transaction transaction, OfficerKey officer, Carrier carrier) {
        Map<String, Object> details = CarrierJson.of(carrier);
        details.put(REMOVED, false);
        return carriers.append(transaction, officer, details)
                .map(entry ->
                        new Standing(carrier, officer.officer(), entry.event().at()));
    }

    /// @return what carries no longer, or as `Roster.holder`
    public Outcome<Carrier> remove(Transaction transaction, OfficerKey officer, Carrier carrier) {
        Map<String, Object> details = CarrierJson.of(carrier);
        details.put(REMOVED, true);
        return carriers.append(transaction, officer, details).map(_ -> carrier);
    }

    /// @return it, or NOT_AN_OFFICER for a reviewer who is none, or as `Roster.holder`
    public Outcome<Escalation> enter(Transaction transaction, OfficerKey officer, Escalation escalation) {
        Outcome<Escalation> all = Outcome.done(escalation);
        for (String reviewer : escalation.reviewers()) {
            all = all.then(_ -> office.roster().find(transaction, reviewer).map(_ -> escalation));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(AFTER, escalation.after().toString());
        details.put("reviewers", escalation.reviewers());
        return all.then(_ -> escalations.append(transaction, officer, details)).map(_ -> escalation);
    }
}
