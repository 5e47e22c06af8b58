package dev.curfew.analysis.reach;

import dev.curfew.model.id.EntityId;
import dev.curfew.model.observation.Coverage;
import java.util.List;

/// How far an identity or a credential gets, or what a policy would add.
///
/// @param from where it starts: an identity, a credential, or (what a holder of exactly it reaches) a policy
/// @param snapshotNumber the snapshot that it was computed from
/// @param reached surest first, then nearest, then by id
/// @param unread the scopes that were not read whole and could hide more
/// @param administrator whether something is administered wholly: an AWS account, an OpenBao server, a cluster
public record Reach(
        EntityId from, long snapshotNumber, List<Reached> reached, List<Coverage> unread, boolean administrator) {

    public Reach {
        reached = List.copyOf(reached);
        unread = List.copyOf(unread);
    }

    /// Whether absence from `reached` means that there is no path.
    public boolean complete() {
        return unread.isEmpty() && reached.stream().noneMatch(it -> it.certainty() == Certainty.UNKNOWN);
    }
}
