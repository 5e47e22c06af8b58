package dev.curfew.analysis.escalation.kubernetes;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.kubernetes.BoundRole;
import dev.curfew.analysis.kubernetes.RbacEvaluator;
import dev.curfew.analysis.kubernetes.RbacRequest;
import dev.curfew.analysis.kubernetes.RbacRole;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.evaluation.Evaluation;
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

/// The roles that each service account, user and group of a cluster holds, its groups' included.
final class Holdings {
    /// Nothing has this name, so that only a rule for all names matches it.
    static final String ANY = "~any~";

    private static final Set<String> HOLDERS =
            Set.of("kubernetes.service-account", "kubernetes.user", "kubernetes.group");

    private final SnapshotIndex index;
    private final Map<PolicyId, Optional<RbacRole>> roles = new HashMap<>();
    private final Map<EntityId, List<BoundRole>> bound = new TreeMap<>();

    Holdings(SnapshotIndex index) {
        this.index = index;
        for (Identity identity : index.snapshot().identities()) {
            if (HOLDERS.contains(identity.kind())) {
                List<BoundRole> held = new ArrayList<>(held(identity.id()));
                index.groupsOf(identity.id()).forEach(group -> held.addAll(held(group)));
                bound.put(identity.id(), List.copyOf(held));
            }
        }
    }

    private List<BoundRole> held(IdentityId subject) {
        List<BoundRole> held = new ArrayList<>();
        for (Grant grant : index.grantsOf(subject)) {
            roles.computeIfAbsent(grant.policy(), this::read)
                    .ifPresent(role -> held.add(new BoundRole(
                            grant.policy().nativeId(),
                            grant.scope().isEmpty() ? role.namespace() : grant.scope(),
                            role)));
        }
        return held;
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
        return bound.keySet();
    }

    private List<BoundRole> of(EntityId holder) {
        return bound.getOrDefault(holder, List.of());
    }

    Evaluation may(EntityId holder, String verb, String group, String resource, String name, String namespace) {
        return RbacEvaluator.evaluate(of(holder), RbacRequest.of(verb, group, resource, name, namespace));
    }

    /// Whether it may with some name, in some namespace.
    Evaluation maySome(EntityId holder, String verb, String group, String resource) {
        List<Evaluation> some = new ArrayList<>();
        some.add(may(holder, verb, group, resource, ANY, ""));
        for (BoundRole held : of(holder)) {
            some.add(may(holder, verb, group, resource, ANY, held.namespace()));
            held.role().rules().stream()
                    .flatMap(rule -> rule.resourceNames().stream())
                    .forEach(name -> some.add(may(holder, verb, group, resource, name, held.namespace())));
        }
        return Decisions.best(some);
    }

    /// The names of the Roles that it holds in a namespace; of the ClusterRoles that it holds everywhere for none.
    List<String> own(EntityId holder, String namespace) {
        return of(holder).stream()
                .filter(held -> held.namespace().equals(namespace)
                        && held.role().namespace().equals(namespace))
                .map(held -> held.role().name())
                .distinct()
                .toList();
    }
}
