package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.decision.Decision;
import dev.curfew.model.evaluation.Evaluation;
import java.util.List;

/// Decides requests as AWS IAM does: an explicit deny anywhere wins; then the control policies, the endpoint's, the
/// resource's and the principal's own have to allow.
///
/// Not handled here, because no policy says it: ACLs and object ownership of S3.
public final class AwsEvaluator {
    private static final Evaluation GRANTED = new Evaluation.Allowed(List.of());

    private AwsEvaluator() {}

    public static Evaluation evaluate(AwsRequest request, AwsPolicies policies) {
        return request.fixed() == FixedAnswer.GRANTED ? GRANTED : new Decision(request, policies).evaluation();
    }
}
