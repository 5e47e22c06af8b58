package dev.curfew.governance.issue;

import dev.curfew.analysis.finding.noted.Recorded;
import dev.curfew.governance.approval.Subject;
import dev.curfew.model.governance.Window;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What windows were opened for, as the ledger has it: an end that was brought forward since is Curfew's, and its
/// target knows nothing of it.
public final class OpenedWindows {
    private final AuditLog auditLog;

    public OpenedWindows(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /// In the order of their opening.
    public List<Recorded.Given> all(Transaction transaction) {
        return transaction.windows().all().stream()
                .map(window -> new Recorded.Given(
                        window.id(),
                        window.credential(),
                        window.policy(),
                        window.isOpen() ? firstEnd(transaction, window) : window.endsAt(),
                        Optional.ofNullable(window.endedAt())))
                .toList();
    }

    private Instant firstEnd(Transaction transaction, Window window) {
        return transaction
                .requests()
                .find(window.id())
                .flatMap(request -> auditLog.confirm(
                        transaction, Openings.OPENED, Subject.of(request).hash()))
                .map(entry ->
                        Instant.parse(Objects.toString(entry.event().details().get("endsAt"))))
                .orElse(window.endsAt());
    }
}
