package dev.curfew.revocation.ground;

import dev.curfew.analysis.minting.MintingRights;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.inside.Keepers;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far things reach, each searched for once: a plan of fifty credentials asks about the same subjects fifty times.
/// For one thread.
public final class Reaches {
    private final SnapshotIndex index;
    private final BlastRadius radius;
    private final Map<EntityId, Reach> known = new HashMap<>();
    private @Nullable Keepers keepers;

    Reaches(SnapshotIndex index) {
        this.index = index;
        radius = new BlastRadius(index);
    }

    /// As [BlastRadius#of].
    public Reach of(EntityId from) {
        return known.computeIfAbsent(from, radius::of);
    }

    /// As [BlastRadius#adds].
    public Reach adds(PolicyId policy) {
        return known.computeIfAbsent(policy, _ -> radius.adds(policy));
    }

    /// Whether a policy of OpenBao's lets its holder make tokens, by what it says itself.
    boolean mints(PolicyId policy) {
        return index.policy(policy).filter(MintingRights::judges).isPresent()
                && MintingRights.of(index, List.of(policy)).verdict() == MintingRights.Verdict.CAN;
    }

    /// What keeps the credential, or runs as its holder: that breaks when it ends.
    public List<ResourceId> consumers(Credential credential) {
        Keepers all = keepers == null ? new Keepers(radius.inside()) : keepers;
        keepers = all;
        return all.of(credential);
    }
}
