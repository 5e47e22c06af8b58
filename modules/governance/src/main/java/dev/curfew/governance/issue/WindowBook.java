package dev.curfew.governance.issue;

import dev.curfew.governance.approval.Subject;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Enters the end of windows: window, request and closure record in the caller's unit of work. Only the window named is
/// touched: another that overlaps it has its own credential and goes on (AWS TEAM #279).
public final class WindowBook {
    private static final String CLOSED = "window.closed";
    private static final String SHORTENED = "window.shortened";

    private final AuditLog auditLog;

    public WindowBook(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /// The open windows that this credential was issued for.
    public List<Window> openOn(Transaction transaction, CredentialId credential) {
        return transaction.windows().all().stream()
                .filter(Window::isOpen)
                .filter(window -> window.credential().equals(credential))
                .toList();
    }

    /// @param actor the officer's name, or `curfew`
    /// @param evidence what says that it is over, for the ledger
    /// @return the ended window, or empty if it had ended already: the first end stands
    public Optional<Window> end(
            Transaction transaction,
            String windowId,
            WindowEnd how,
            Instant at,
            String actor,
            Map<String, Object> evidence) {
        Optional<Window> window = transaction.windows().find(windowId).filter(Window::isOpen);
        return window.map(open -> {
            Window ended = open.ended(how, at);
            transaction.windows().save(ended);
            Optional<ExceptionRequest> request = transaction.requests().find(windowId);
            request.filter(active -> active.state() == RequestState.ACTIVE)
                    .ifPresent(active -> transaction.requests().save(active.to(RequestState.ENDED)));
            auditLog.append(
                    transaction,
                    new AuditEvent(
                            CLOSED,
                            at,
                            actor,
                            request.map(it -> Subject.of(it).hash()).orElse(""),
                            details(ended, how, evidence)));
            return ended;
        });
    }

    /// @param window as it was, open
    /// @param shorter the same with an earlier end
    Window shorten(Transaction transaction, Window window, Window shorter, Instant at, String actor) {
        transaction.windows().save(shorter);
        auditLog.append(
                transaction,
                new AuditEvent(
                        SHORTENED,
                        at,
                        actor,
                        transaction
                                .requests()
                                .find(window.id())
                                .map(it -> Subject.of(it).hash())
                                .orElse(""),
                        Map.of(
                                "window", window.id(),
                                "credential", window.credential().text(),
                                "from", window.endsAt().toString(),
                                "to", shorter.endsAt().toString())));
        return shorter;
    }

    private static Map<String, Object> details(Window ended, WindowEnd how, Map<String, Object> evidence) {
        Map<String, Object> details = new LinkedHashMap<>(evidence);
        details.put("window", ended.id());
        details.put("credential", ended.credential().text());
        details.put("end", how.name());
        details.put("endsAt", ended.endsAt().toString());
        details.put("byTarget", ended.enforcement().byTarget());
        return details;
    }
}
