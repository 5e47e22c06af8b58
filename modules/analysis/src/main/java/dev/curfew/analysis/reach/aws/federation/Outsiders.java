package dev.curfew.analysis.reach.aws.federation;

import dev.curfew.analysis.aws.AwsEvaluator;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.escalation.aws.account.Organizations;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Whether roles let in those who are of no account.
///
/// @param policies what each role's trust policy, and its account, let in
record Outsiders(Function<IdentityId, AwsPolicies> policies, Organizations organizations, Instant now) {
    static Outsiders of(SnapshotIndex index, Function<IdentityId, AwsPolicies> policies) {
        return new Outsiders(policies, Organizations.of(index), index.snapshot().takenAt());
    }

    /// @param told keys of the request besides its time and where the role's account is
    /// @param complete beginnings of keys that are all told
    Evaluation may(
            Principal who, String action, IdentityId role, Map<String, List<String>> told, Set<String> complete) {
        Map<String, List<String>> values = new HashMap<>(told);
        values.put("aws:CurrentTime", List.of(now.toString()));
        values.put("aws:EpochTime", List.of(Long.toString(now.getEpochSecond())));
        values.putAll(organizations.ofResources(Arn.account(role.nativeId())));
        RequestContext context = new RequestContext(values, Organizations.SEVERAL, true, complete);
        return AwsEvaluator.evaluate(new AwsRequest(who, action, role.nativeId(), "", context), policies.apply(role));
    }
}
