package dev.curfew.analysis.escalation.kubernetes;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.kubernetes.BoundRole;
import dev.curfew.analysis.kubernetes.RbacRole;
import dev.curfew.analysis.kubernetes.RbacSubject;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The roles that each service account, user and group of a cluster holds, its groups' included. A user that is a
/// service account by its name is left out: the server asks about the service account instead.
final class Holdings {
    private static final Set<String> HOLDERS =
            Set.of("kubernetes.service-account", "kubernetes.user", "kubernetes.group");
    private static final HeldRoles NONE = new HeldRoles(List.of());

    private final SnapshotIndex index;
    private final Map<PolicyId, Optional<RbacRole>> roles = new HashMap<>();
    private final Map<EntityId, HeldRoles> held = new TreeMap<>();

    Holdings(SnapshotIndex index) {
        this.index = index;
        for (Identity identity : index.snapshot().identities()) {
            if (HOLDERS.contains(identity.kind()) && !RbacSubject.isServiceAccount(identity.name())) {
                List<BoundRole> bound = new ArrayList<>(bound(identity.id()));
                index.groupsOf(identity.id()).forEach(group -> bound.addAll(bound(group)));
                held.put(identity.id(), new HeldRoles(bound));
            }
        }
    }

    private List<BoundRole> bound(IdentityId subject) {
        List<BoundRole> bound = new ArrayList<>();
        for (Grant grant : index.grantsOf(subject)) {
            roles.computeIfAbsent(grant.policy(), this::read)
                    .ifPresent(role -> bound.add(new BoundRole(
                            grant.policy().nativeId(),
                            grant.scope().isEmpty() ? role.namespace() : grant.scope(),
                            role)));
        }
        return bound;
    }

    private Optional<RbacRole> read(PolicyId id) {
        Policy policy = index.policy(id).orElse(null);
        if (policy == null || !policy.kind().equals("kubernetes.role")) {
            return Optional.empty();
        }
        try {
            return Optional.of(RbacRole.parse(policy.text()));
        } catch (PolicySyntaxException _) {
            // as good as not read
            return Optional.empty();
        }
    }

    /// In the order of their ids.
    Set<EntityId> holders() {
        return held.keySet();
    }

    HeldRoles of(EntityId holder) {
        return held.getOrDefault(holder, NONE);
    }
}
