package dev.curfew.analysis.reach.aws;

import java.util.Arrays;
import java.util.List;

/// A service that acts with a role handed to it, and what makes it do so.
///
/// @param service as trust policies name it
/// @param actions sets of actions, each of which is enough together with `iam:PassRole`; methods of
///     <https://pathfinding.cloud> and of our own catalogue of escalations
record Launch(String service, List<List<String>> actions) {
    static final List<Launch> ALL = List.of(
            launch("apprunner", "tasks.apprunner", "CreateService"),
            launch(
                    "bedrock-agentcore",
                    "bedrock-agentcore",
                    "CreateCodeInterpreter StartCodeInterpreterSession InvokeCodeInterpreter"),
            launch(
                    "cloudformation",
                    "cloudformation",
                    "CreateStack",
                    "UpdateStack",
                    "CreateChangeSet ExecuteChangeSet",
                    "CreateStackSet CreateStackInstances",
                    "UpdateStackSet"),
            launch(
                    "codebuild",
                    "codebuild",
                    "CreateProject StartBuild",
                    "CreateProject StartBuildBatch",
                    "UpdateProject StartBuild"),
            launch("datapipeline", "datapipeline", "CreatePipeline PutPipelineDefinition ActivatePipeline"),
            launch("ec2", "ec2", "RunInstances", "RequestSpotInstances"),
            launch(
                    "ecs",
                    "ecs-tasks",
                    "RegisterTaskDefinition RunTask",
                    "RegisterTaskDefinition StartTask",
                    "RegisterTaskDefinition CreateService"),
            launch(
                    "glue",
                    "glue",
                    "CreateDevEndpoint",
                    "CreateJob StartJobRun",
                    "CreateJob CreateTrigger",
                    "UpdateJob StartJobRun",
                    "UpdateJob CreateTrigger"),
            launch(
                    "lambda",
                    "lambda",
                    "CreateFunction InvokeFunction",
                    "CreateFunction CreateEventSourceMapping",
                    "CreateFunction AddPermission",
                    "UpdateFunctionConfiguration UpdateFunctionCode"),
            launch("sagemaker", "sagemaker", "CreateNotebookInstance", "CreateTrainingJob", "CreateProcessingJob"));

    private static Launch launch(String prefix, String principal, String... sets) {
        List<List<String>> actions = Arrays.stream(sets)
                .map(set -> Arrays.stream(set.split(" ", -1))
                        .map(action -> prefix + ":" + action)
                        .toList())
                .toList();
        return new Launch(principal + ".amazonaws.com", actions);
    }

    /// Something of the service's own that the actions could be done on: a name of the launcher's choosing.
    String resource(String partition, String account) {
        String service = actions.getFirst().getFirst();
        return "arn:" + partition + ":" + service.substring(0, service.indexOf(':')) + ":" + AwsPrincipal.ANYTHING + ":"
                + account + ":" + AwsPrincipal.ANYTHING;
    }
}
