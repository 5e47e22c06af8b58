package dev.curfew.governance.reach;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What a policy would add, by the analysis of the whole snapshot. The last answer is kept: it is the same for each of
/// many requests of one shape.
public final class AnalysedReach implements PolicyReach {
    private final AtomicReference<@Nullable Last> last = new AtomicReference<>();

    private record Last(WeakReference<Snapshot> snapshot, PolicyId policy, AddedReach adds) {
        boolean is(Snapshot other, PolicyId asked) {
            return snapshot.refersTo(other) && policy.equals(asked);
        }
    }

    @Override
    public AddedReach adds(Snapshot snapshot, PolicyId policy) {
        Last before = last.get();
        if (before != null && before.is(snapshot, policy)) {
            return before.adds();
        }
        AddedReach adds = analysed(snapshot, policy);
        last.set(new Last(new WeakReference<>(snapshot), policy, adds));
        return adds;
    }

    private static AddedReach analysed(Snapshot snapshot, PolicyId policy) {
        SnapshotIndex index = new SnapshotIndex(snapshot);
        Reach reach = new BlastRadius(index).adds(policy);
        return new AddedReach(
                reach.administrator(),
                reach.complete(),
                reach.reached().stream().map(AnalysedReach::touched).toList(),
                Mintings.of(index, List.of(policy), reach));
    }

    private static AddedReach.Touched touched(Reached reached) {
        return new AddedReach.Touched(
                reached.target().text(),
                reached.kind(),
                reached.how().name(),
                reached.certainty().name(),
                reached.sensitivity().name());
    }
}
