package dev.curfew.analysis.velocity;

import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.Snapshot;
import java.util.List;
import java.util.stream.Stream;

/// Something that lets somebody do more or less: a grant, a membership, or who may become it.
///
/// @param what tells it from others of its holder
record Right(EntityId whose, Area area, List<Object> what) {
    static List<Right> of(Snapshot snapshot) {
        return Stream.of(
                        snapshot.grants().stream().map(Right::of),
                        snapshot.memberships().stream().map(Right::of),
                        snapshot.trusts().stream().map(Right::of))
                .flatMap(it -> it)
                .toList();
    }

    private static Right of(Grant grant) {
        return new Right(grant.subject(), Area.of(grant), List.of(grant.policy(), grant.role(), grant.scope()));
    }

    private static Right of(Membership membership) {
        return new Right(membership.member(), Area.of(membership), List.of(membership.group()));
    }

    private static Right of(Trust trust) {
        return new Right(trust.target(), Area.of(trust), List.of(trust.mechanism(), trust.document()));
    }
}
