package dev.curfew.analysis.kubernetes;

import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Decides requests as the API server's RBAC authorizer does: any rule of any bound role allows, nothing denies.
/// Other authorizers (Node, webhooks) are not looked at.
public final class RbacEvaluator {
    private RbacEvaluator() {}

    /// @param bound the roles bound to whoever asks, directly and by group
    public static Evaluation evaluate(RbacSubject subject, Collection<BoundRole> bound, RbacRequest request) {
        return subject.bypasses()
                ? new Evaluation.Allowed(List.of(DecidingStatement.given(RbacSubject.MASTERS, "group")))
                : evaluate(bound, request);
    }

    /// The deciding statement is the role, the rule's position, and the binding.
    public static Evaluation evaluate(Collection<BoundRole> bound, RbacRequest request) {
        Asked asked = Asked.of(request);
        List<DecidingStatement> decidedBy = new ArrayList<>();
        for (BoundRole each : bound) {
            if (each.holdsFor(request)) {
                List<RbacRule> rules = each.role().rules();
                for (int i = 0; i < rules.size(); i++) {
                    if (rules.get(i).allows(asked)) {
                        decidedBy.add(new DecidingStatement(each.role().name(), i, each.binding()));
                    }
                }
            }
        }
        return decidedBy.isEmpty()
                ? new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.IDENTITY))
                : new Evaluation.Allowed(decidedBy);
    }
}
