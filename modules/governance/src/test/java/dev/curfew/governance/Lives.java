package dev.curfew.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The model that histories are held against: what state may come after what, written down once more and apart from
/// the code.
final class Lives {
    private static final Map<RequestState, Set<RequestState>> NEXT = Map.of(
            RequestState.DRAFTED,
            EnumSet.of(RequestState.PENDING, RequestState.APPROVED, RequestState.WITHDRAWN),
            RequestState.PENDING,
            EnumSet.of(RequestState.APPROVED, RequestState.DENIED, RequestState.WITHDRAWN, RequestState.TIMED_OUT),
            RequestState.APPROVED,
            EnumSet.of(RequestState.ACTIVE, RequestState.DENIED, RequestState.WITHDRAWN, RequestState.TIMED_OUT),
            RequestState.ACTIVE,
            EnumSet.of(RequestState.ENDED));

    private final Map<String, RequestState> seen = new HashMap<>();

    /// After each step every request is where it was, or further on a way of the model's.
    void observe(Town town, String when) {
        for (ExceptionRequest request : town.requests.all()) {
            RequestState before = seen.getOrDefault(request.id(), RequestState.DRAFTED);
            assertThat(reachable(before)).as("%s: %s", when, request.id()).contains(request.state());
            seen.put(request.id(), request.state());
        }
        assertThat(town.requests.all()).as(when).hasSize(seen.size());
    }

    private static Set<RequestState> reachable(RequestState from) {
        Set<RequestState> all = EnumSet.of(from);
        Deque<RequestState> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (RequestState next : NEXT.getOrDefault(open.remove(), Set.of())) {
                if (all.add(next)) {
                    open.add(next);
                }
            }
        }
        return all;
    }

    /// At last, when the target answers and time is over: no window is open, and each was closed once. Drafts wait for
    /// whoever keeps them.
    void end(Town town, String when) throws InterruptedException {
        town.source.answerActs(null);
        town.target.tellsTime = true;
        town.clock.advance(Duration.ofDays(10));
        town.windows.due();
        town.ends.due();
        for (Window window : town.windows.all()) {
            assertThat(window.isOpen()).as("%s: %s", when, window).isFalse();
            assertThat(town.ledger().stream()
                            .filter(entry -> entry.event().type().equals("window.closed")
                                    && entry.event().details().containsValue(window.id())))
                    .as("%s: the closure of %s", when, window.id())
                    .hasSize(1);
        }
        assertThat(town.requests.all())
                .as(when)
                .allMatch(request -> request.state().isTerminal() || request.state() == RequestState.DRAFTED);
        observe(town, when);
    }
}
