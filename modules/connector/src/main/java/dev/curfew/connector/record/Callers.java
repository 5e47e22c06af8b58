package dev.curfew.connector.record;

import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Caller;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.Origin;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From where something was used, each deed counted.
final class Callers {
    /// A token of each hour for a month is 720; whoever calls from more places than this is not looked at one by one.
    static final int KEPT_MAX = 2_000;

    private static final Messages MESSAGES = Messages.of(Callers.class);

    private final Map<Origin, Caller> kept = new HashMap<>();
    private final int max;
    private long beyond;

    Callers(int max) {
        this.max = max;
    }

    void add(Deed deed) {
        if (kept.containsKey(deed.from()) || kept.size() < max) {
            kept.merge(deed.from(), Caller.of(deed), Caller::and);
        } else {
            beyond += deed.times();
        }
    }

    List<Caller> lastFirst() {
        return kept.values().stream()
                .sorted(Comparator.comparing(Caller::last)
                        .reversed()
                        .thenComparing(caller -> caller.from().toString()))
                .toList();
    }

    Optional<String> gap() {
        return beyond == 0 ? Optional.empty() : Optional.of(MESSAGES.text("gap.callers", beyond, max));
    }
}
