package dev.curfew.app.usecase.exception;

import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.port.Transaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What goes on when a window ends: the same access of the same holder by another window, which overlaps it. Each has a
/// credential of its own, so that the end of one leaves what the other covers.
final class Covers {
    private Covers() {}

    private record Held(Window window, String holder) {
        boolean covers(Held other) {
            return !window.id().equals(other.window.id())
                    && window.policy().equals(other.window.policy())
                    && holder.equals(other.holder)
                    && window.openedAt()
                            .isBefore(
                                    Optional.ofNullable(other.window.endedAt()).orElse(Instant.MAX));
        }
    }

    /// @return by window, the one of its covers that lasts longest; only what is open covers anything
    static Map<String, Window> of(Transaction transaction) {
        Map<String, String> holders = transaction.requests().all().stream()
                .collect(Collectors.toMap(ExceptionRequest::id, ExceptionRequest::requester));
        List<Held> all = transaction.windows().all().stream()
                .map(window -> new Held(window, holders.getOrDefault(window.id(), "")))
                .toList();
        List<Held> open = all.stream().filter(held -> held.window().isOpen()).toList();
        Map<String, Window> covers = new HashMap<>();
        for (Held one : all) {
            open.stream()
                    .filter(other -> other.covers(one))
                    .map(Held::window)
                    .max(Comparator.comparing(Window::endsAt))
                    .ifPresent(cover -> covers.put(one.window().id(), cover));
        }
        return covers;
    }
}
