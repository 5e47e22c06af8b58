package dev.curfew.governance.reach;

import dev.curfew.analysis.minting.MintingRights;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What a policy would add, by the analysis of the whole snapshot. The last answer is kept: it is the same for each of
/// many requests of one shape.
public final class AnalysedReach implements PolicyReach {
    private final Messages messages = Messages.of(AnalysedReach.class);
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

    private AddedReach analysed(Snapshot snapshot, PolicyId policy) {
        SnapshotIndex index = new SnapshotIndex(snapshot);
        Reach reach = new BlastRadius(index).adds(policy);
        boolean judged = index.policy(policy).filter(MintingRights::judges).isPresent();
        return new AddedReach(
                reach.administrator(),
                reach.complete(),
                reach.reached().stream().map(AnalysedReach::touched).toList(),
                judged ? minting(MintingRights.of(index, List.of(policy))) : minting(reach));
    }

    /// Asked of the policy itself: a token can be made on paths that lead to nothing the snapshot holds.
    private Minting minting(MintingRights rights) {
        String ways = String.join("; ", rights.ways());
        return switch (rights.verdict()) {
            case CANNOT -> new Minting(Minting.Answer.CANNOT, messages.text("mints.not"));
            case CAN -> new Minting(Minting.Answer.CAN, messages.text("mints.by", ways));
            case UNKNOWN -> new Minting(Minting.Answer.UNKNOWN, messages.text("mints.unknown", ways));
        };
    }

    private static AddedReach.Touched touched(Reached reached) {
        return new AddedReach.Touched(
                reached.target().text(),
                reached.kind(),
                reached.how().name(),
                reached.certainty().name(),
                reached.sensitivity().name());
    }

    /// Whoever administers the source, or can change what it is granted, can mint as well.
    private Minting minting(Reach reach) {
        if (reach.administrator()) {
            return new Minting(Minting.Answer.CAN, messages.text("mints.administrator"));
        }
        for (Reached reached : reach.reached()) {
            if (mints(reached.how()) && reached.certainty() != Certainty.UNKNOWN) {
                return new Minting(
                        Minting.Answer.CAN,
                        messages.text("mints.by", reached.target().text()));
            }
        }
        for (Reached reached : reach.reached()) {
            if (reached.certainty() == Certainty.UNKNOWN) {
                return new Minting(
                        Minting.Answer.UNKNOWN,
                        messages.text("mints.unknown", reached.target().text()));
            }
        }
        return new Minting(Minting.Answer.CANNOT, messages.text("mints.not"));
    }

    private static boolean mints(HopKind how) {
        return switch (how) {
            case MINTS, ESCALATES, ADMINISTERS, LOGS_IN_AS, PASSES_ROLE, RUNS_AS, IMPERSONATES, ASSUMES, FEDERATES ->
                true;
            case MEMBER_OF, HOLDS, READS, WRITES -> false;
        };
    }
}
