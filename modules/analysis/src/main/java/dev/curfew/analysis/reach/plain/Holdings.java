package dev.curfew.analysis.reach.plain;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The policies that somebody has, each with the shortest way to it: its own, and those of all groups that it belongs
/// to, however far.
final class Holdings {
    private final SnapshotIndex index;
    private final Map<EntityId, List<Hop>> holders = new LinkedHashMap<>();
    private final Map<PolicyId, List<Hop>> policies = new LinkedHashMap<>();

    private Holdings(SnapshotIndex index) {
        this.index = index;
    }

    /// A policy asked about by itself is held without a hop.
    static Map<PolicyId, List<Hop>> of(SnapshotIndex index, EntityId from) {
        if (from instanceof PolicyId policy) {
            return Map.of(policy, List.of());
        }
        Holdings holdings = new Holdings(index);
        holdings.collect(from);
        return holdings.policies;
    }

    private void collect(EntityId from) {
        Deque<EntityId> open = new ArrayDeque<>(List.of(from));
        holders.put(from, List.of());
        while (!open.isEmpty()) {
            EntityId holder = open.remove();
            List<Hop> before = holders.getOrDefault(holder, List.of());
            for (Grant grant : index.grantsOf(holder)) {
                if (grant.role() == GrantRole.IDENTITY) {
                    PolicyId policy = grant.policy();
                    String label = grant.scope().isEmpty() ? "grant" : grant.scope();
                    policies.putIfAbsent(policy, then(before, holder, policy, HopKind.HOLDS, policy, label));
                }
            }
            if (holder instanceof IdentityId member) {
                for (IdentityId group : index.groupsOf(member)) {
                    if (!holders.containsKey(group)) {
                        holders.put(group, then(before, member, group, HopKind.MEMBER_OF, group, "member"));
                        open.add(group);
                    }
                }
            }
        }
    }

    private static List<Hop> then(
            List<Hop> before, EntityId from, EntityId to, HopKind kind, EntityId by, String label) {
        List<Hop> hops = new ArrayList<>(before);
        hops.add(new Hop(from, to, kind, "", Decisions.given(by.nativeId(), label)));
        return hops;
    }
}
