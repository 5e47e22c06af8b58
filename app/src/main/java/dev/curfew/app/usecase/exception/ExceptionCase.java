package dev.curfew.app.usecase.exception;

import dev.curfew.governance.judgement.StandingAccess;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A request with what became of it.
///
/// @param unsettled whether issuing was cut off, so that nobody knows whether the target issued anything
/// @param cover the window that gives its holder the same access while or after its own ends
/// @param clockAhead how far the clock of its source was ahead of this machine's when it was last looked at; empty
///     where that is not known
/// @param standing whether its access is standing access in disguise; told of the newest window of each alone
public record ExceptionCase(
        ExceptionRequest request,
        List<Approval> decisions,
        Optional<Window> window,
        Optional<Window> cover,
        boolean unsettled,
        Optional<Duration> clockAhead,
        Optional<StandingAccess> standing) {
    public ExceptionCase {
        decisions = List.copyOf(decisions);
    }

    /// Whether it is approved for a time that has not come.
    public boolean isScheduled(Instant now) {
        return request.state() == RequestState.APPROVED && request.startsAt().isAfter(now);
    }

    /// Whether its time is over and its end is not entered.
    public boolean isOver(Instant now) {
        return window.filter(it -> it.isOpen() && !it.endsAt().isAfter(there(now)))
                .isPresent();
    }

    /// What the source's clock shows when this machine's shows this.
    public Instant there(Instant now) {
        return clockAhead.map(now::plus).orElse(now);
    }
}
