package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.model.governance.RequestState;
import java.time.Instant;

/// What somebody looks for among the requests. A request may be several of these.
enum Glance {
    /// Nobody was asked yet.
    DRAFTED,
    WAITING,
    /// Approved, and not issued yet.
    READY,
    SCHEDULED,
    OPEN,
    /// Its time is over and it is not shown to have ended, or issuing it was cut off.
    OVERDUE,
    /// Nobody decided, or had it issued, in time.
    STALE,
    STANDING;

    boolean holds(ExceptionCase one, Instant now) {
        RequestState state = one.request().state();
        return switch (this) {
            case DRAFTED -> state == RequestState.DRAFTED;
            case WAITING -> state == RequestState.PENDING;
            case READY -> state == RequestState.APPROVED && !one.isScheduled(now);
            case SCHEDULED -> one.isScheduled(now);
            case OPEN -> state == RequestState.ACTIVE;
            case OVERDUE -> one.isOver(now) || one.unsettled();
            case STALE -> state == RequestState.TIMED_OUT;
            case STANDING -> one.standing().isPresent();
        };
    }
}
