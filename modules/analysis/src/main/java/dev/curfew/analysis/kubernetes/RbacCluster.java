package dev.curfew.analysis.kubernetes;

import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All roles and bindings of a cluster, asked as the API server's RBAC authorizer is. Other authorizers (Node,
/// webhooks) are not looked at, but that of `system:masters`, which is always there.
public final class RbacCluster {
    private static final Evaluation DENIED = new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.IDENTITY));
    private static final Evaluation BYPASSED =
            new Evaluation.Allowed(List.of(new DecidingStatement(RbacSubject.MASTERS, 0, RbacSubject.MASTERS)));

    private final List<Bound> everywhere = new ArrayList<>();
    private final Map<String, List<Bound>> inNamespace = new HashMap<>();

    /// Bindings whose role is not there give nothing.
    public RbacCluster(Collection<RbacRole> roles, Collection<RbacBinding> bindings) {
        Map<RoleKey, RbacRole> byName = HashMap.newHashMap(roles.size());
        for (RbacRole role : roles) {
            byName.putIfAbsent(new RoleKey(role.namespace(), role.name()), role);
        }
        for (RbacBinding binding : bindings) {
            RbacRole role = role(binding, byName);
            if (role != null) {
                List<Bound> place = binding.clusterWide()
                        ? everywhere
                        : inNamespace.computeIfAbsent(binding.namespace(), _ -> new ArrayList<>());
                place.add(new Bound(binding, role));
            }
        }
    }

    /// A RoleBinding finds a Role in its own namespace only; a ClusterRoleBinding finds none.
    private static @Nullable RbacRole role(RbacBinding binding, Map<RoleKey, RbacRole> byName) {
        return switch (binding.roleKind()) {
            case "ClusterRole" -> byName.get(new RoleKey("", binding.roleName()));
            case "Role" ->
                binding.namespace().isEmpty() ? null : byName.get(new RoleKey(binding.namespace(), binding.roleName()));
            default -> null;
        };
    }

    /// Every deciding statement is a role, the rule's position in it, and the binding.
    public Evaluation decide(RbacSubject subject, RbacRequest request) {
        List<DecidingStatement> granting = new ArrayList<>();
        for (Bound bound : everywhere) {
            bound.grants(subject, request, granting);
        }
        for (Bound bound : inNamespaceOf(request)) {
            bound.grants(subject, request, granting);
        }
        if (granting.isEmpty()) {
            return subject.bypasses() ? BYPASSED : DENIED;
        }
        return new Evaluation.Allowed(granting);
    }

    /// Whom bindings give this to, as the batch format names them; sorted. Members of groups are not known here.
    public Set<String> allowedSubjects(RbacRequest request) {
        Set<String> allowed = new TreeSet<>();
        allowed.add("Group:" + RbacSubject.MASTERS);
        everywhere.forEach(bound -> bound.addSubjects(request, allowed));
        inNamespaceOf(request).forEach(bound -> bound.addSubjects(request, allowed));
        return allowed;
    }

    /// None where the request has no namespace: bindings of a namespace say nothing about the cluster.
    private List<Bound> inNamespaceOf(RbacRequest request) {
        return request.isForUrl() || request.namespace().isEmpty()
                ? List.of()
                : inNamespace.getOrDefault(request.namespace(), List.of());
    }

    /// @param namespace empty for a ClusterRole
    private record RoleKey(String namespace, String name) {}

    private record Bound(RbacBinding binding, RbacRole role) {

        void grants(RbacSubject subject, RbacRequest request, List<DecidingStatement> to) {
            if (!binding.appliesTo(subject)) {
                return;
            }
            List<RbacRule> rules = role.rules();
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).allows(request)) {
                    to.add(new DecidingStatement(role.name(), i, binding.name()));
                }
            }
        }

        void addSubjects(RbacRequest request, Set<String> to) {
            if (role.rules().stream().anyMatch(rule -> rule.allows(request))) {
                binding.subjects().stream()
                        .filter(subject -> subject.isSomebody(binding))
                        .forEach(subject -> to.add(subject.text(binding)));
            }
        }
    }
}
