package dev.curfew.analysis.escalation.aws.account;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Context keys as AWS writes them. The evaluator, to which case means nothing, has them in lower case.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
final class ConditionKeys {
    private static final Map<String, String> WRITTEN = Stream.of(
                    "aws:MultiFactorAuthPresent",
                    "aws:MultiFactorAuthAge",
                    "aws:SourceIp",
                    "aws:VpcSourceIp",
                    "aws:SourceVpc",
                    "aws:SourceVpce",
                    "aws:SourceArn",
                    "aws:SourceAccount",
                    "aws:SourceOrgID",
                    "aws:SourceIdentity",
                    "aws:PrincipalOrgID",
                    "aws:PrincipalOrgPaths",
                    "aws:ResourceOrgID",
                    "aws:ResourceOrgPaths",
                    "aws:RequestedRegion",
                    "aws:UserAgent",
                    "aws:Referer",
                    "aws:TagKeys",
                    "aws:TokenIssueTime",
                    "aws:FederatedProvider",
                    "aws:CalledVia",
                    "aws:userid",
                    "iam:AssociatedResourceArn",
                    "iam:PermissionsBoundary",
                    "iam:PolicyARN",
                    "iam:PassedToService",
                    "lambda:FunctionArn",
                    "ec2:InstanceProfile",
                    "sts:ExternalId",
                    "sts:RoleSessionName",
                    "sts:SourceIdentity")
            .collect(Collectors.toUnmodifiableMap(key -> key.toLowerCase(Locale.ROOT), Function.identity()));

    private ConditionKeys() {}

    static String written(String key) {
        return WRITTEN.getOrDefault(key.toLowerCase(Locale.ROOT), key);
    }
}
