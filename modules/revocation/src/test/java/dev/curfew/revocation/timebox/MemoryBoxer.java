package dev.curfew.revocation.timebox;

import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import dev.curfew.revocation.Station;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A source that holds one access in memory: `endless`, `until …` or `over`.
final class MemoryBoxer implements TimeBoxer {
    private final Station station;
    final List<String> done = new ArrayList<>();
    String state = "endless";
    boolean held = true;

    /// Whether it does what it is told, and its answer is lost.
    boolean silent;

    MemoryBoxer(Station station) {
        this.station = station;
    }

    @Override
    public Boxable look(StandingAccess access, Instant until) {
        return new Boxable(Map.of("state", state), held, "by memory", List.of("what it wrote down"), false);
    }

    @Override
    public ActionOutcome begin(TimeBox box) {
        return state.equals("until " + box.until()) ? already() : from(box, "endless", "until " + box.until());
    }

    @Override
    public ActionOutcome end(TimeBox box) {
        return state.equals("over") ? already() : from(box, "until " + box.until(), "over");
    }

    @Override
    public ActionOutcome lift(TimeBox box, boolean ended) {
        String prior = box.prior().getOrDefault("state", "");
        boolean others = state.equals("over") && !ended;
        return others || state.equals(prior) ? already() : from(box, ended ? "over" : "until " + box.until(), prior);
    }

    private ActionOutcome from(TimeBox box, String expected, String next) {
        if (!state.equals(expected) && !state.equals("until " + box.until())) {
            return new ActionOutcome.Refused(station.clock.instant(), "it is " + state);
        }
        state = next;
        done.add(next);
        boolean lost = silent;
        silent = false;
        return lost
                ? new ActionOutcome.Uncertain(station.clock.instant(), "no answer")
                : new ActionOutcome.Done(station.clock.instant(), "it is " + state);
    }

    private ActionOutcome already() {
        return new ActionOutcome.AlreadyDone(station.clock.instant(), "it is " + state);
    }
}
