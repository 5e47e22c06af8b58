package dev.curfew.revocation.plan;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.governance.reach.Minting;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.revocation.choice.Chosen;
import dev.curfew.revocation.ground.Ground;
import dev.curfew.revocation.ground.Makers;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What the credentials of one plan could make, each policy looked at once. For one thread.
final class Mints {
    private final Ground ground;
    private final PolicyReach policyReach;
    private final Map<PolicyId, Minting> known = new HashMap<>();

    Mints(Ground ground, PolicyReach policyReach) {
        this.ground = ground;
        this.policyReach = policyReach;
    }

    /// The worst of what its policies let it make.
    Minting of(Chosen one) {
        Set<PolicyId> policies = new LinkedHashSet<>();
        if (one.window() != null) {
            policies.add(one.window().policy());
        }
        SnapshotIndex index = ground.index();
        Stream.of(one.credential().id(), one.credential().holder())
                .filter(Objects::nonNull)
                .map(EntityId.class::cast)
                .flatMap(subject -> index.grantsOf(subject).stream())
                .map(Grant::policy)
                .forEach(policies::add);
        Minting worst = new Minting(Minting.Answer.CANNOT, "");
        for (PolicyId policy : policies) {
            if (index.policy(policy).isPresent()) {
                Minting minting = known.computeIfAbsent(
                        policy, id -> policyReach.adds(index.snapshot(), id).minting());
                worst = severity(minting) > severity(worst) ? minting : worst;
            }
        }
        return worst;
    }

    private static int severity(Minting minting) {
        return switch (minting.answer()) {
            case CANNOT -> 0;
            case UNKNOWN -> 1;
            case CAN -> 2;
        };
    }

    /// Whether it could make others of the plan again, as their parent or by what it may do.
    boolean makesOthers(Chosen one, List<Chosen> all) {
        if (one.how().makesAnew() || of(one).answer() == Minting.Answer.CAN) {
            return true;
        }
        Reach reach = ground.reaches().of(one.credential().id());
        return all.stream()
                .filter(other ->
                        !other.credential().id().equals(one.credential().id()))
                .anyMatch(
                        other -> one.credential().id().equals(other.credential().parent())
                                || Makers.makes(reach, other.credential()));
    }
}
