package dev.curfew.revocation.narrowing;

import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.PolicyText;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.revocation.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Keeps one policy, and what was ever written.
final class MemoryKeeper implements PolicyKeeper {
    final List<String> written = new ArrayList<>();
    private final Station station;
    private String text;
    private int version = 1;

    /// Whether the next write is done without an answer.
    boolean silent;

    MemoryKeeper(Station station, String text) {
        this.station = station;
        this.text = text;
    }

    @Override
    public PolicyText read(PolicyId policy) {
        return new PolicyText(text, String.valueOf(version), Map.of());
    }

    /// Somebody else's doing.
    void change(String other) {
        text = other;
        version++;
    }

    @Override
    public ActionOutcome replace(PolicyId policy, PolicyText expected, String other) {
        if (!expected.equals(read(policy))) {
            return new ActionOutcome.Refused(station.clock.instant(), "it is another one");
        }
        change(other);
        written.add(other);
        return silent
                ? new ActionOutcome.Uncertain(station.clock.instant(), "no answer")
                : new ActionOutcome.Done(station.clock.instant(), "written");
    }

    @Override
    public ActionOutcome restore(PolicyId policy, PolicyText expected, PolicyText prior) {
        return replace(policy, expected, prior.text());
    }
}
