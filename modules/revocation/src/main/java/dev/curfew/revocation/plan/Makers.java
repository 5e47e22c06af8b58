package dev.curfew.revocation.plan;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who could make a new credential in place of a revoked one, as far as the snapshot tells.
///
/// @param who identities, and credentials that stand for none, in the order of the snapshot
/// @param all false if there are more subjects at the source than were looked at
record Makers(List<EntityId> who, boolean all) {
    /// Each look is a search through the graph, about a millisecond; a preview must come within a second or two.
    private static final int LOOKED_AT_MAX = 1_000;

    private static final Set<HopKind> MAKES = Set.of(HopKind.MINTS, HopKind.ADMINISTERS, HopKind.ESCALATES);

    Makers {
        who = List.copyOf(who);
    }

    static Makers of(SnapshotIndex index, BlastRadius radius, Credential credential) {
        List<EntityId> subjects = subjects(index, credential);
        List<EntityId> who = subjects.stream()
                .limit(LOOKED_AT_MAX)
                .filter(subject -> makes(radius.of(subject), credential))
                .toList();
        return new Makers(who, subjects.size() <= LOOKED_AT_MAX);
    }

    private static List<EntityId> subjects(SnapshotIndex index, Credential credential) {
        Stream<EntityId> identities = index.snapshot().identities().stream().map(Identity::id);
        Stream<EntityId> holderless = index.snapshot().credentials().stream()
                .filter(other -> other.holder() == null)
                .map(Credential::id);
        return Stream.concat(identities, holderless)
                .filter(id -> id.source().equals(credential.source()))
                .filter(id -> !id.equals(credential.id()) && !id.equals(credential.holder()))
                .toList();
    }

    /// For a credential of an identity, whoever mints for that identity; for one of nobody's (an OpenBao token with
    /// its own policies), whoever mints at all.
    private static boolean makes(Reach reach, Credential credential) {
        IdentityId holder = credential.holder();
        return reach.administrator()
                || reach.reached().stream()
                        .filter(reached -> MAKES.contains(reached.how()))
                        .map(Reached::target)
                        .anyMatch(target -> holder == null || target.equals(holder));
    }
}
