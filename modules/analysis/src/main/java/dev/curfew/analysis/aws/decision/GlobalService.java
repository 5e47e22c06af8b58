package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.document.Principal;
import java.util.Optional;
import java.util.Set;

/// Services with one endpoint a partition: requests to them are made in its region, wherever they come from.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion>
final class GlobalService {
    private static final Set<String> SERVICES =
            Set.of("iam", "organizations", "account", "cloudfront", "route53", "support");
    private static final int PARTITION = 1;

    private GlobalService() {}

    /// The only region in which it can be asked; empty for a service that is in many.
    static Optional<String> region(AwsRequest request) {
        return SERVICES.contains(request.service()) ? Optional.of(region(partition(request))) : Optional.empty();
    }

    private static String region(String partition) {
        return switch (partition) {
            case "aws-cn" -> "cn-north-1";
            case "aws-us-gov" -> "us-gov-west-1";
            default -> "us-east-1";
        };
    }

    private static String partition(AwsRequest request) {
        return request.principal() instanceof Principal.InAccount it ? it.arn().split(":", 3)[PARTITION] : "aws";
    }
}
