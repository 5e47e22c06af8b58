package dev.curfew.governance.request;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.port.Transaction;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a request says it hangs on: a time to begin at, how long it may go unused, a window that it extends or renews.
/// Unlike other claims these are checked, because others rely on them.
final class Succession {
    private final RequestLimits limits;

    Succession(RequestLimits limits) {
        this.limits = limits;
    }

    /// @return the order, or BAD_START, BAD_IDLE, UNKNOWN_WINDOW, NOT_THE_HOLDER, ILLEGAL_STATE
    Outcome<RequestOrder> check(Transaction transaction, RequestOrder order, String requester, Instant now) {
        return ahead(order, now)
                .then(this::idle)
                .then(_ -> follows(transaction, order, requester, ExceptionRequest.RENEWS, false))
                .then(_ -> follows(transaction, order, requester, ExceptionRequest.EXTENDS, true));
    }

    private Outcome<RequestOrder> ahead(RequestOrder order, Instant now) {
        String starts = order.claims().get(ExceptionRequest.STARTS);
        return starts == null || isAhead(starts, now)
                ? Outcome.done(order)
                : Outcome.refused(Refusal.BAD_START, starts, Spans.words(limits.aheadMax()));
    }

    private Outcome<RequestOrder> idle(RequestOrder order) {
        String idle = order.claims().get(ExceptionRequest.IDLE);
        return idle == null || isWithin(idle, order.duration())
                ? Outcome.done(order)
                : Outcome.refused(
                        Refusal.BAD_IDLE, idle, Spans.words(limits.shortest()), Spans.words(order.duration()));
    }

    private boolean isWithin(String idle, Duration window) {
        try {
            Duration max = Duration.parse(idle);
            return max.compareTo(limits.shortest()) >= 0 && max.compareTo(window) < 0;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private boolean isAhead(String starts, Instant now) {
        try {
            Instant at = Instant.parse(starts);
            return at.isAfter(now) && !at.isAfter(now.plus(limits.aheadMax()));
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static Outcome<RequestOrder> follows(
            Transaction transaction, RequestOrder order, String requester, String claim, boolean open) {
        String id = order.claims().get(claim);
        if (id == null) {
            return Outcome.done(order);
        }
        Optional<Window> window = transaction.windows().find(id);
        if (window.isEmpty()) {
            return Outcome.refused(Refusal.UNKNOWN_WINDOW, id);
        }
        Optional<String> holder = transaction.requests().find(id).map(ExceptionRequest::requester);
        if (!window.get().policy().equals(order.policy()) || !holder.equals(Optional.of(requester))) {
            return Outcome.refused(Refusal.NOT_THE_HOLDER, id, holder.orElse(""));
        }
        return open && !window.get().isOpen()
                ? Outcome.refused(Refusal.ILLEGAL_STATE, id, "ended", "extended")
                : Outcome.done(order);
    }
}
