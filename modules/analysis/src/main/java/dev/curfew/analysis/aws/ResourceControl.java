package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.document.Principal;
import java.util.Set;

/// What resource control policies guard.
///
/// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html>, as of September 2026
final class ResourceControl {
    private static final Set<String> SERVICES = Set.of(
            "aoss",
            "appconfig",
            "appstream",
            "autoscaling",
            "autoscaling-plans",
            "budgets",
            "clouddirectory",
            "cloudfront",
            "cloudsearch",
            "cloudtrail-data",
            "codeartifact",
            "codebuild",
            "codecommit",
            "codepipeline",
            "cognito-identity",
            "cognito-idp",
            "comprehend",
            "comprehendmedical",
            "compute-optimizer",
            "cost-optimization-hub",
            "dax",
            "dsql",
            "dynamodb",
            "ecr",
            "ecr-public",
            "events",
            "firehose",
            "fis",
            "fms",
            "gamelift",
            "health",
            "inspector-scan",
            "kendra",
            "kinesisvideo",
            "kms",
            "logs",
            "memorydb",
            "networkmonitor",
            "notifications",
            "opensearch",
            "pca-connector-ad",
            "personalize",
            "polly",
            "pricing",
            "resource-groups",
            "rolesanywhere",
            "s3",
            "secretsmanager",
            "servicediscovery",
            "signin",
            "sqs",
            "sts",
            "support",
            "swf",
            "textract",
            "timestream-influxdb",
            "transcribe",
            "transfer",
            "translate",
            "wafv2",
            "workspaces",
            "xray");

    /// The one action of these services that RCPs do not reach.
    private static final String EXEMPT = "kms:retiregrant";

    private ResourceControl() {}

    static boolean covers(AwsRequest request) {
        return SERVICES.contains(request.service())
                && !request.action().equals(EXEMPT)
                && !(request.principal() instanceof Principal.InAccount it && it.isServiceLinked())
                && !isServiceTakingItsRole(request);
    }

    /// "RCPs also do not impact AWS services' ability to assume a service-linked role."
    private static boolean isServiceTakingItsRole(AwsRequest request) {
        return request.principal() instanceof Principal.Service
                && request.resource().contains(":role/aws-service-role/");
    }
}
