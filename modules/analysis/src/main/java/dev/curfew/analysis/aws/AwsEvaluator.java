package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.model.evaluation.Evaluation;

/// Decides requests as AWS IAM does: an explicit deny anywhere wins; then the control policies, the endpoint's, the
/// resource's and the principal's own have to allow.
///
/// Not handled here, because no policy says it: S3 block public access, ACLs, grants of KMS, object ownership.
public final class AwsEvaluator {
    private AwsEvaluator() {}

    public static Evaluation evaluate(AwsRequest request, AwsPolicies policies) {
        return new AwsDecision(request, policies).evaluation();
    }

    /// SCPs bind users and roles of an organization's accounts, but no service-linked role, no service and no stranger.
    static boolean bindsServiceControl(Principal principal) {
        return principal instanceof Principal.InAccount it && !it.isServiceLinked();
    }

    static Match all(Match... matches) {
        Match all = Match.YES;
        for (Match match : matches) {
            all = all.and(match);
        }
        return all;
    }
}
