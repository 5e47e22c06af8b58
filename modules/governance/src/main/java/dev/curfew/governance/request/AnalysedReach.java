package dev.curfew.governance.request;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;

/// What a policy would add, by the analysis of the whole snapshot.
public final class AnalysedReach implements PolicyReach {
    private final Messages messages = Messages.of(AnalysedReach.class);

    @Override
    public AddedReach adds(Snapshot snapshot, PolicyId policy) {
        Reach reach = new BlastRadius(new SnapshotIndex(snapshot)).adds(policy);
        return new AddedReach(
                reach.administrator(),
                reach.complete(),
                reach.reached().stream().map(AnalysedReach::touched).toList(),
                minting(reach));
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
