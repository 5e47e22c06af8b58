package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.model.evaluation.Evaluation;
import java.util.List;

/// Decides requests as AWS IAM does: an explicit deny anywhere wins; then the control policies, the endpoint's, the
/// resource's and the principal's own have to allow.
///
/// Not handled here, because no policy says it: ACLs and object ownership of S3.
public final class AwsEvaluator {
    private AwsEvaluator() {}

    public static Evaluation evaluate(AwsRequest request, AwsPolicies policies) {
        return FixedAnswers.isGranted(request)
                ? new Evaluation.Allowed(List.of())
                : new AwsDecision(request, policies).evaluation();
    }

    static Match all(Match one, Match two, Match three) {
        return one.and(two).and(three);
    }
}
