package dev.curfew.revocation.ground;

import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/// An identity with its groups, and theirs.
public final class Circle {
    private Circle() {}

    public static Set<IdentityId> of(SnapshotIndex index, IdentityId identity) {
        Set<IdentityId> circle = new LinkedHashSet<>(Set.of(identity));
        Deque<IdentityId> open = new ArrayDeque<>(circle);
        while (!open.isEmpty()) {
            for (IdentityId group : index.groupsOf(open.remove())) {
                if (circle.add(group)) {
                    open.add(group);
                }
            }
        }
        return circle;
    }
}
