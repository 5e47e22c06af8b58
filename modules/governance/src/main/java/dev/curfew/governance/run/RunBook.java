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
    public record Unfinished(ExceptionRequest request, Window window, Runner runner) {}

    /// @param program the command's first word
    public LedgerEntry started(
            Transaction transaction, ExceptionRequest request, String actor, Runner runner, String program) {
        Map<String, Object> details = new LinkedHashMap<>(runner.toJson());
        details.put("program", program);
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
                        .flatMap(request ->
                                unfinished(transaction, request)
                                        .map(runner -> new Unfinished(request, window, runner))
                                        .stream()))
                .toList();
    }

    private Optional<Runner> unfinished(Transaction transaction, ExceptionRequest request) {
        Optional<LedgerEntry> started = confirm(transaction, STARTED, request);
        return started.isEmpty() || confirm(transaction, ENDED, request).isPresent()
                ? Optional.empty()
                : started.map(entry -> Runner.ofJson(entry.event().details()));
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
