package dev.curfew.app.usecase.exception;

import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.port.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What goes on when a window ends: the same access of the same holder by another window, which overlaps it. Each has a
/// credential of its own, so that the end of one leaves what the other covers.
final class Covers {
    /// Of two that end together, the one asked for last: targets tell their ends in whole seconds.
    private static final Comparator<Held> LASTS_LONGEST = Comparator.comparing(
                    (Held held) -> held.window().endsAt())
            .thenComparing(held -> held.request().requestedAt())
            .thenComparing(held -> held.request().id());

    private Covers() {}

    private record Held(Window window, ExceptionRequest request) {
        boolean covers(Held other) {
            return !window.id().equals(other.window.id())
                    && window.policy().equals(other.window.policy())
                    && request.requester().equals(other.request.requester())
                    && window.openedAt()
                            .isBefore(
                                    Optional.ofNullable(other.window.endedAt()).orElse(Instant.MAX));
        }
    }

    static Map<String, Window> of(Transaction transaction) {
        return among(transaction.windows().all(), transaction.requests().all());
    }

    /// @return by window, the one of its covers that lasts longest; only what is open covers anything
    static Map<String, Window> among(Collection<Window> windows, Collection<ExceptionRequest> requests) {
        Map<String, ExceptionRequest> asked =
                requests.stream().collect(Collectors.toMap(ExceptionRequest::id, Function.identity()));
        List<Held> all = windows.stream()
                .flatMap(window ->
                        Optional.ofNullable(asked.get(window.id())).map(request -> new Held(window, request)).stream())
                .toList();
        List<Held> open = all.stream().filter(held -> held.window().isOpen()).toList();
        Map<String, Window> covers = new HashMap<>();
        for (Held one : all) {
            open.stream()
                    .filter(other -> other.covers(one))
                    .max(LASTS_LONGEST)
                    .ifPresent(cover -> covers.put(one.window().id(), cover.window()));
        }
        return covers;
    }
}
