package dev.curfew.revocation.ground;

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
import org.jspecify.annotations.Nullable;

/// Who could make a new credential in place of a revoked one, as far as the snapshot tells, apart from the declared
/// trusted issuers.
///
/// @param who identities, and credentials that stand for none, in the order of the snapshot
/// @param all false if there are more subjects at the source than were looked at
public record Makers(List<EntityId> who, boolean all) {
    /// Each look is a search through the graph, about a millisecond; a preview must come within a second or two.
    private static final int LOOKED_AT_MAX = 1_000;

    /// Set to `true` on an identity at its source: it makes credentials for others, and is meant to.
    private static final String TRUSTED = "curfew:trusted-issuer";

    private static final Set<HopKind> MAKES = Set.of(HopKind.MINTS, HopKind.ADMINISTERS, HopKind.ESCALATES);

    public Makers {
        who = List.copyOf(who);
    }

    public static Makers of(SnapshotIndex index, Reaches reaches, Credential credential) {
        List<EntityId> subjects = subjects(index, credential);
        List<EntityId> who = subjects.stream()
                .limit(LOOKED_AT_MAX)
                .filter(subject -> makes(reaches.of(subject), credential))
                .toList();
        return new Makers(who, subjects.size() <= LOOKED_AT_MAX);
    }

    private static List<EntityId> subjects(SnapshotIndex index, Credential credential) {
        Stream<EntityId> identities = index.snapshot().identities().stream()
                .filter(identity -> !"true".equals(identity.tags().get(TRUSTED)))
                .map(Identity::id);
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
    public static boolean makes(Reach reach, Credential credential) {
        return makesFor(reach, credential.holder());
    }

    static boolean makesFor(Reach reach, @Nullable IdentityId holder) {
        return reach.administrator()
                || reach.reached().stream()
                        .filter(reached -> MAKES.contains(reached.how()))
                        .map(Reached::target)
                        .anyMatch(target -> holder == null || target.equals(holder));
    }
}
