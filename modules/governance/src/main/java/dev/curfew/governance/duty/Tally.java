package dev.curfew.governance.duty;

import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What each officer approved, under a name of the officer's own in the ledger: rows can be taken out, these cannot.
/// It is entered with the approval, in one unit of work, while there are limits.
final class Tally {
    static final String COUNTED = "officer.approved";

    private static final Duration DAY = Duration.ofDays(1);

    private final Office office;

    Tally(Office office) {
        this.office = office;
    }

    /// One approval that was given.
    ///
    /// @param seconds that its window was asked for
    record Given(String requester, long seconds) {}

    /// Counts an approval that was entered just now.
    ///
    /// @param rules in force
    /// @param name for whom it is counted
    void enter(Transaction transaction, DutyRules rules, ExceptionRequest request, Receipt entered, String name) {
        if (rules.limits()) {
            office.auditLog()
                    .append(
                            transaction,
                            new AuditEvent(
                                    COUNTED,
                                    entered.at(),
                                    entered.officer(),
                                    name(name),
                                    Map.of(
                                            "id", request.id(),
                                            "request", Subject.of(request).hash(),
                                            "requester", request.requester(),
                                            "seconds", request.duration().toSeconds())));
        }
    }

    private static String name(String officer) {
        return Sha256.ofJson(Map.of("approvedBy", officer));
    }

    /// What was approved by an officer, or in their voice, in the day before this approval, by the ledger's order,
    /// without itself.
    List<Given> before(Transaction transaction, SignedApproval approval, String name, ExceptionRequest request) {
        String self = Subject.of(request).hash();
        Instant from = approval.at().minus(DAY);
        return office.auditLog().confirmAll(transaction, COUNTED, name(name)).stream()
                .filter(entry -> entry.index() < approval.ledgerIndex())
                .filter(entry -> entry.event().at().isAfter(from))
                .filter(entry -> !detail(entry, "request").equals(self))
                .map(entry -> new Given(
                        detail(entry, "requester"),
                        entry.event().details().get("seconds") instanceof Number seconds ? seconds.longValue() : 0))
                .toList();
    }

    private static String detail(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
