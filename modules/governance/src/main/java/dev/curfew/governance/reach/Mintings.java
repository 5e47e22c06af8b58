package dev.curfew.governance.reach;

import dev.curfew.analysis.minting.MintingRights;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.Collection;

/// Whether somebody could outlive an end that is put on what they have.
public final class Mintings {
    private static final Messages MESSAGES = Messages.of(Mintings.class);

    private Mintings() {}

    /// Asked of all policies as soon as one can be: one beside it that cannot, or that the snapshot does not hold,
    /// makes the answer unknown.
    ///
    /// @param policies all that they hold
    /// @param reach how far they get
    public static Minting of(SnapshotIndex index, Collection<PolicyId> policies, Reach reach) {
        boolean judged = policies.stream()
                .anyMatch(id -> index.policy(id).filter(MintingRights::judges).isPresent());
        return judged ? minting(MintingRights.of(index, policies)) : minting(reach);
    }

    /// Asked of the policy itself: a token can be made on paths that lead to nothing the snapshot holds.
    private static Minting minting(MintingRights rights) {
        String ways = String.join("; ", rights.ways());
        return switch (rights.verdict()) {
            case CANNOT -> new Minting(Minting.Answer.CANNOT, MESSAGES.text("mints.not"));
            case CAN -> new Minting(Minting.Answer.CAN, MESSAGES.text("mints.by", ways));
            case UNKNOWN -> new Minting(Minting.Answer.UNKNOWN, MESSAGES.text("mints.unknown", ways));
        };
    }

    /// Whoever administers the source, or can change what it is granted, can mint as well.
    private static Minting minting(Reach reach) {
        if (reach.administrator()) {
            return new Minting(Minting.Answer.CAN, MESSAGES.text("mints.administrator"));
        }
        for (Reached reached : reach.reached()) {
            if (mints(reached.how()) && reached.certainty() != Certainty.UNKNOWN) {
                return new Minting(
                        Minting.Answer.CAN,
                        MESSAGES.text("mints.by", reached.target().text()));
            }
        }
        for (Reached reached : reach.reached()) {
            if (reached.certainty() == Certainty.UNKNOWN) {
                return new Minting(
                        Minting.Answer.UNKNOWN,
                        MESSAGES.text("mints.unknown", reached.target().text()));
            }
        }
        return new Minting(Minting.Answer.CANNOT, MESSAGES.text("mints.not"));
    }

    private static boolean mints(HopKind how) {
        return switch (how) {
            case MINTS, ESCALATES, ADMINISTERS, LOGS_IN_AS, PASSES_ROLE, RUNS_AS, IMPERSONATES, ASSUMES, FEDERATES ->
                true;
            case MEMBER_OF, HOLDS, READS, WRITES -> false;
        };
    }
}
