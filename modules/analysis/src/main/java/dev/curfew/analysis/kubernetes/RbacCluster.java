package dev.curfew.analysis.kubernetes;

import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// All roles and bindings of a cluster, asked as the API server's RBAC authorizer is. Other authorizers (Node,
/// webhooks) are not looked at, but that of `system:masters`, which is always there.
public final class RbacCluster {
    private static final Evaluation DENIED = new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.IDENTITY));
    private static final Evaluation BYPASSED =
            new Evaluation.Allowed(List.of(DecidingStatement.given(RbacSubject.MASTERS, RbacSubject.MASTERS)));

    private final RoleIndex roles;
    private final BindingIndex bindings;

    /// Bindings whose role is not there give nothing.
    public RbacCluster(Collection<RbacRole> roles, Collection<RbacBinding> bindings) {
        this.roles = new RoleIndex(roles);
        this.bindings = new BindingIndex(bindings);
    }

    /// Every deciding statement is a role, the rule's position in it, and the binding.
    public Evaluation decide(RbacSubject subject, RbacRequest request) {
        Asked asked = Asked.of(request);
        List<DecidingStatement> granting = new ArrayList<>();
        bindings.holding(request, binding -> addGranting(binding, subject, asked, granting));
        if (granting.isEmpty()) {
            return subject.bypasses() ? BYPASSED : DENIED;
        }
        return new Evaluation.Allowed(granting);
    }

    /// Whom bindings give this to, as the batch format names them; sorted. Members of groups are not known here.
    public Set<String> allowedSubjects(RbacRequest request) {
        Set<String> allowed = new TreeSet<>();
        allowed.add("Group:" + RbacSubject.MASTERS);
        Asked asked = Asked.of(request);
        bindings.holding(request, binding -> addSubjects(binding, asked, allowed));
        return allowed;
    }

    private void addGranting(RbacBinding binding, RbacSubject subject, Asked asked, List<DecidingStatement> to) {
        if (binding.appliesTo(subject)) {
            List<RbacRule> rules = roles.rules(binding);
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).allows(asked)) {
                    to.add(new DecidingStatement(binding.roleName(), i, binding.name()));
                }
            }
        }
    }

    private void addSubjects(RbacBinding binding, Asked asked, Set<String> to) {
        if (roles.rules(binding).stream().anyMatch(rule -> rule.allows(asked))) {
            binding.subjects().stream()
                    .filter(subject -> subject.isSomebody(binding))
                    .forEach(subject -> to.add(subject.text(binding)));
        }
    }
}
