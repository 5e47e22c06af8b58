package dev.curfew.governance.run;

import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The trace of commands that run with a credential issued for them: entered before the command starts, and after it
/// ended. The command's arguments are not entered: people put secrets there.
public final class RunBook {
    static final String STARTED = "run.started";
    static final String ENDED = "run.ended";

    private final Office office;

    public RunBook(Office office) {
        this.office = office;
    }

    /// A run that nobody entered the end of.
    ///
    /// @param leased as in [RunStart]
    public record Unfinished(ExceptionRequest request, Window window, Runner runner, Optional<Leased> leased) {}

    public LedgerEntry started(Transaction transaction, ExceptionRequest request, String actor, RunStart start) {
        Map<String, Object> details = new LinkedHashMap<>(start.toJson());
        details.put("host", office.device().host());
        return append(transaction, request, STARTED, actor, details);
    }

    /// @param details the exit code, the proof
    public LedgerEntry ended(
            Transaction transaction, ExceptionRequest request, String actor, RunEnd how, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("how", how.word());
        return append(transaction, request, ENDED, actor, all);
    }

    /// Runs of windows that are open, or were, whose end nobody entered.
    public List<Unfinished> unfinished(Transaction transaction) {
        return transaction.windows().all().stream()
                .flatMap(window -> transaction.requests().find(window.id()).stream()
                        .flatMap(request -> unfinished(transaction, request, window).stream()))
                .toList();
    }

    private Optional<Unfinished> unfinished(Transaction transaction, ExceptionRequest request, Window window) {
        return confirm(transaction, STARTED, request)
                .filter(_ -> confirm(transaction, ENDED, request).isEmpty())
                .map(entry -> entry.event().details())
                .map(start -> new Unfinished(request, window, Runner.ofJson(start), Leased.ofJson(start)));
    }

    private Optional<LedgerEntry> confirm(Transaction transaction, String type, ExceptionRequest request) {
        return office.auditLog().confirm(transaction, type, Subject.of(request).hash());
    }

    private LedgerEntry append(
            Transaction transaction, ExceptionRequest request, String type, String actor, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("request", request.id());
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
}
