package dev.curfew.app.console.screen.blastradius.document;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the statements that decided a hop.
public final class Excerpts {
    private final SnapshotIndex index;

    public Excerpts(SnapshotIndex index) {
        this.index = index;
    }

    /// Those that can be shown. A membership, a grant and a login are decided by the source's own record, which is no
    /// statement.
    public List<Excerpt> of(Hop hop) {
        return switch (hop.kind()) {
            case MEMBER_OF, HOLDS, LOGS_IN_AS -> List.of();
            case ASSUMES, FEDERATES, PASSES_ROLE, MINTS, RUNS_AS, IMPERSONATES, READS, WRITES, ADMINISTERS, ESCALATES ->
                hop.decision().decidedBy().stream()
                        .flatMap(decided -> of(hop, decided).stream())
                        .toList();
        };
    }

    private Optional<Excerpt> of(Hop hop, DecidingStatement decided) {
        return policy(hop, decided.policy()).flatMap(policy -> Excerpt.of(policy, decided));
    }

    /// A statement names its policy by name or id. Where several are called so, only one that concerns an end of the
    /// hop is meant; a guess is none.
    private Optional<Policy> policy(Hop hop, String named) {
        List<Policy> called = index.snapshot().policies().stream()
                .filter(it -> it.source().equals(hop.from().source())
                        || it.source().equals(hop.to().source()))
                .filter(it -> it.name().equals(named)
                        || it.id().nativeId().equals(named)
                        || it.id().text().equals(named))
                .toList();
        if (called.size() == 1) {
            return Optional.of(called.getFirst());
        }
        Set<PolicyId> near = near(hop);
        List<Policy> meant =
                called.stream().filter(it -> near.contains(it.id())).toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private Set<PolicyId> near(Hop hop) {
        Set<PolicyId> near = new HashSet<>();
        if (hop.from() instanceof PolicyId policy) {
            near.add(policy);
        }
        granted(hop.from(), near);
        granted(hop.to(), near);
        if (hop.from() instanceof IdentityId identity) {
            index.groupsOf(identity).forEach(group -> granted(group, near));
        }
        index.snapshot().trusts().stream()
                .filter(trust -> trust.target().equals(hop.to()))
                .map(Trust::document)
                .forEach(near::add);
        return near;
    }

    private void granted(EntityId subject, Set<PolicyId> near) {
        index.grantsOf(subject).forEach(grant -> near.add(grant.policy()));
    }
}
