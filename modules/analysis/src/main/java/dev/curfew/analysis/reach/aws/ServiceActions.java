package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.reach.HopKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The actions that tell what somebody can do to a resource of a service: few, but those that matter.
///
/// @param administers changing who may
record ServiceActions(List<String> reads, List<String> writes, List<String> administers) {
    private static final int SERVICE_PART = 2;

    private static final Map<String, ServiceActions> BY_SERVICE = Map.ofEntries(
            entry("s3", "GetObject ListBucket", "PutObject DeleteObject", "PutBucketPolicy"),
            entry("secretsmanager", "GetSecretValue", "PutSecretValue UpdateSecret DeleteSecret", "PutResourcePolicy"),
            entry("ssm", "GetParameter GetParameters", "PutParameter DeleteParameter", ""),
            entry("kms", "Decrypt", "Encrypt GenerateDataKey ScheduleKeyDeletion", "PutKeyPolicy CreateGrant"),
            entry("dynamodb", "GetItem Query Scan", "PutItem UpdateItem DeleteItem DeleteTable", "PutResourcePolicy"),
            entry("sqs", "ReceiveMessage", "SendMessage DeleteMessage PurgeQueue", "SetQueueAttributes"),
            entry("sns", "Subscribe", "Publish", "SetTopicAttributes AddPermission"),
            entry("lambda", "GetFunction InvokeFunction", "UpdateFunctionCode", "AddPermission"),
            entry("ecr", "BatchGetImage GetDownloadUrlForLayer", "PutImage", "SetRepositoryPolicy"),
            entry("rds", "DescribeDBInstances", "ModifyDBInstance DeleteDBInstance", ""),
            entry("rds-db", "connect", "", ""),
            entry("logs", "GetLogEvents FilterLogEvents", "PutLogEvents DeleteLogGroup", "PutResourcePolicy"),
            entry("ec2", "DescribeInstances", "TerminateInstances ModifyInstanceAttribute", ""),
            entry("codecommit", "GitPull", "GitPush", ""),
            entry("execute-api", "Invoke", "", ""),
            entry("bedrock", "InvokeModel", "", ""),
            entry("kinesis", "GetRecords", "PutRecord PutRecords", ""),
            entry("states", "DescribeExecution", "StartExecution UpdateStateMachine", ""),
            entry("cloudformation", "DescribeStacks GetTemplate", "UpdateStack DeleteStack", ""),
            entry("eks", "DescribeCluster AccessKubernetesApi", "UpdateClusterConfig", "CreateAccessEntry"));

    private static Map.Entry<String, ServiceActions> entry(
            String service, String reads, String writes, String administers) {
        return Map.entry(
                service,
                new ServiceActions(actions(service, reads), actions(service, writes), actions(service, administers)));
    }

    private static List<String> actions(String service, String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(" ", -1))
                        .map(name -> service + ":" + name)
                        .toList();
    }

    /// For a service that is not in the list its own wildcards are asked about.
    static ServiceActions of(String arn) {
        String[] parts = arn.split(":", SERVICE_PART + 2);
        String service = parts.length > SERVICE_PART ? parts[SERVICE_PART] : "";
        ServiceActions known = BY_SERVICE.get(service);
        return known != null
                ? known
                : new ServiceActions(List.of(), List.of(service + ":" + AwsPrincipal.ANYTHING), List.of());
    }

    /// All of them, and one of the service's that has no name.
    static List<String> telling(String arn) {
        ServiceActions some = of(arn);
        List<String> all = new ArrayList<>(some.reads);
        all.addAll(some.writes);
        all.addAll(some.administers);
        String[] parts = arn.split(":", SERVICE_PART + 2);
        all.addFirst((parts.length > SERVICE_PART ? parts[SERVICE_PART] : "") + ":" + AwsPrincipal.ANYTHING);
        return all;
    }

    List<String> of(HopKind kind) {
        return switch (kind) {
            case READS -> reads;
            case WRITES -> writes;
            case ADMINISTERS -> administers;
            case MEMBER_OF,
                    HOLDS,
                    LOGS_IN_AS,
                    ASSUMES,
                    FEDERATES,
                    PASSES_ROLE,
                    MINTS,
                    RUNS_AS,
                    IMPERSONATES,
                    ESCALATES -> List.of();
        };
    }

    /// What the action is done on: the resource itself, or things in it (objects in a bucket, streams of a log group):
    /// any of them, and those that the principal's own policies name.
    ///
    /// @param named whatever these name, as [AwsPrincipal#named] has it
    static Set<String> instances(String action, String arn, Supplier<List<String>> named) {
        if (!action.endsWith("Object") || arn.contains("/")) {
            return Set.of(arn);
        }
        Set<String> instances = new LinkedHashSet<>(List.of(arn + "/" + AwsPrincipal.ANYTHING));
        String inside = arn + "/";
        named.get().stream().filter(it -> it.startsWith(inside)).forEach(instances::add);
        return instances;
    }
}
