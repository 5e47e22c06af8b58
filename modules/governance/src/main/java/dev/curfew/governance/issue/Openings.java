package dev.curfew.governance.issue;

import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.officer.Office;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The trace of a window being opened: entered before the target is asked, and settled after, so that a crash between
/// the two is seen.
final class Openings {
    static final String OPENING = "window.opening";
    static final String OPENED = "window.opened";

    /// No credential came of it, or the one that did was ended.
    static final String SETTLED = "window.opening-settled";

    private final Office office;

    Openings(Office office) {
        this.office = office;
    }

    LedgerEntry begin(
            Transaction transaction, ExceptionRequest request, String actor, Judgement judgement, SourceTime time) {
        Map<String, Object> details = new LinkedHashMap<>(time.toJson());
        details.put("durationSeconds", request.duration().toSeconds());
        details.put("label", label(request.id()));
        details.put("judgement", judgement.toJson());
        return append(transaction, request, OPENING, actor, details);
    }

    /// @param how what became of it, a key of `messages.properties`
    void settle(Transaction transaction, ExceptionRequest request, String actor, String how, String detail) {
        append(transaction, request, SETTLED, actor, Map.of("how", how, "detail", detail));
    }

    LedgerEntry append(
            Transaction transaction, ExceptionRequest request, String type, String actor, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("request", request.id());
        all.put("policy", request.policy().text());
        return office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                type,
                                office.clock().instant(),
                                actor,
                                Subject.of(request).hash(),
                                all));
    }

    /// The opening that nothing settled; empty if there is none.
    Optional<LedgerEntry> unfinished(Transaction transaction, ExceptionRequest request) {
        return confirm(transaction, OPENING, request)
                .filter(opening -> !after(confirm(transaction, SETTLED, request), opening)
                        && !after(confirm(transaction, OPENED, request), opening));
    }

    boolean used(Transaction transaction, ExceptionRequest request) {
        return confirm(transaction, OPENED, request).isPresent();
    }

    private Optional<LedgerEntry> confirm(Transaction transaction, String type, ExceptionRequest request) {
        return office.auditLog().confirm(transaction, type, Subject.of(request).hash());
    }

    private static boolean after(Optional<LedgerEntry> later, LedgerEntry opening) {
        return later.isPresent() && later.get().index() > opening.index();
    }

    /// What the source shows beside the credential, by which it is found again after a crash.
    static String label(String requestId) {
        return "curfew-" + requestId;
    }
}
