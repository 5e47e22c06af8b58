package dev.curfew.connector.record;

import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Caller;
import dev.curfew.model.timeline.Deed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What somebody did from a moment on, as it is found.
public final class Deeds {
    /// Some 30 MiB, and more than anybody reads. Several of one sort in a row are one.
    public static final int KEPT_MAX = 100_000;

    private static final Messages MESSAGES = Messages.of(Deeds.class);

    private final Instant since;
    private final int max;
    private final List<Deed> kept = new ArrayList<>();
    private final Callers callers = new Callers(Callers.KEPT_MAX);
    private long beyond;

    public Deeds(Instant since) {
        this(since, KEPT_MAX);
    }

    Deeds(Instant since, int max) {
        this.since = since;
        this.max = max;
    }

    public void add(Deed deed) {
        if (deed.first().isBefore(since)) {
            return;
        }
        callers.add(deed);
        if (!kept.isEmpty()
                && kept.getLast().isLike(deed)
                && !deed.last().isBefore(kept.getLast().last())) {
            kept.addLast(kept.removeLast().and(deed));
        } else if (kept.size() < max) {
            kept.add(deed);
        } else {
            beyond++;
        }
    }

    /// Oldest first.
    public List<Deed> inOrder() {
        return kept.stream().sorted(Comparator.comparing(Deed::first)).toList();
    }

    /// Last used first; those of deeds that are not kept too.
    public List<Caller> callers() {
        return callers.lastFirst();
    }

    /// That there were more, where there were.
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (beyond > 0) {
            gaps.add(MESSAGES.text("gap.beyond", beyond, max));
        }
        callers.gap().ifPresent(gaps::add);
        return gaps;
    }
}
