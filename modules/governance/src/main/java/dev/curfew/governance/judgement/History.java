package dev.curfew.governance.judgement;

import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How the same access was used before: an exception that is always there is none (S09).
///
/// @param renewals how many windows of the requester's led up to now, each begun within a day of the last one's end
/// @param activePercent for how much of the last 90 days anybody's window was open, in percent, rounded down
record History(long renewals, long activePercent) {
    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    /// Who asks again after a longer break asks anew.
    private static final Duration GAP_MAX = Duration.ofDays(1);

    static History of(Transaction transaction, ExceptionRequest request, Instant now) {
        List<Window> windows = transaction.windows().all().stream()
                .filter(window -> window.policy().equals(request.policy()))
                .sorted(Comparator.comparing(Window::openedAt))
                .toList();
        List<Window> own = windows.stream()
                .filter(window -> requester(transaction, window).equals(Optional.of(request.requester())))
                .toList();
        return of(windows, own, now);
    }

    /// @param windows on the same access, in the order of their opening
    /// @param own those of them that were the requester's
    static History of(List<Window> windows, List<Window> own, Instant now) {
        return new History(chain(own, now), percent(windows, now));
    }

    private static Optional<String> requester(Transaction transaction, Window window) {
        return transaction.requests().find(window.id()).map(ExceptionRequest::requester);
    }

    private static long chain(List<Window> windows, Instant now) {
        Instant next = now;
        long count = 0;
        for (Window window : windows.reversed()) {
            if (end(window, now).plus(GAP_MAX).isBefore(next)) {
                break;
            }
            next = window.openedAt();
            count++;
        }
        return count;
    }

    /// Windows that overlap count once.
    private static long percent(List<Window> windows, Instant now) {
        Instant covered = now.minus(LOOKED_BACK);
        Duration active = Duration.ZERO;
        for (Window window : windows) {
            Instant from = later(window.openedAt(), covered);
            Instant to = end(window, now);
            if (from.isBefore(to)) {
                active = active.plus(Duration.between(from, to));
                covered = to;
            }
        }
        return active.toSeconds() * 100 / LOOKED_BACK.toSeconds();
    }

    /// An end is often only established later.
    private static Instant end(Window window, Instant now) {
        Instant ended = window.endedAt() == null ? now : window.endedAt();
        return Stream.of(window.endsAt(), ended, now)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
