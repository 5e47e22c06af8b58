package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Services of every cluster with the role of their tasks. Variables of containers, which hold secrets, are not kept.
final class Ecs implements Service {
    /// "You may specify up to 10 services to describe in a single operation" (ECS API Reference).
    private static final int DESCRIBED_AT_ONCE = 10;

    @Override
    public String scope() {
        return "ecs-services";
    }

    @Override
    public String kind() {
        return "ecs";
    }

    @Override
    public List<Thing> list(Asking asking) throws Unanswered, InterruptedException {
        List<Thing> things = new ArrayList<>();
        Map<String, String> roles = new HashMap<>();
        for (String cluster : arns(asking, "ListClusters", Map.of(), "clusterArns")) {
            List<String> services = arns(asking, "ListServices", Map.of("cluster", cluster), "serviceArns");
            for (int from = 0; from < services.size(); from += DESCRIBED_AT_ONCE) {
                List<String> some = services.subList(from, Math.min(services.size(), from + DESCRIBED_AT_ONCE));
                Reading answer = asking.one(call("DescribeServices", Map.of("cluster", cluster, "services", some)));
                for (Reading service : answer.list("services", Reading::of)) {
                    String definition = definition(service);
                    if (!definition.isEmpty() && !roles.containsKey(definition)) {
                        roles.put(definition, role(asking, definition));
                    }
                    things.add(Thing.of(service.text("serviceArn"))
                            .called(service.text("serviceName"))
                            .with("task-definition", definition)
                            .runningAs(roles.getOrDefault(definition, "")));
                }
            }
        }
        return things;
    }

    /// Whoever deploys by other means keeps it in task sets; empty: there is none yet.
    private static String definition(Reading service) {
        return service.optionalText("taskDefinition")
                .or(() -> service.list("taskSets", Reading::of).stream()
                        .flatMap(set -> set.optionalText("taskDefinition").stream())
                        .findFirst())
                .orElse("");
    }

    private static String role(Asking asking, String definition) throws Unanswered, InterruptedException {
        Reading answer = asking.one(call("DescribeTaskDefinition", Map.of("taskDefinition", definition)));
        return Reading.of(answer.require("taskDefinition"))
                .optionalText("taskRoleArn")
                .orElse("");
    }

    private static List<String> arns(Asking asking, String action, Map<String, Object> parameters, String list)
            throws Unanswered, InterruptedException {
        return asking.all(Asking.pages(call(action, parameters), list, "nextToken")).stream()
                .map(Reading::textOf)
                .toList();
    }

    private static AwsJsonCall call(String action, Map<String, Object> parameters) {
        return new AwsJsonCall(AwsService.ECS, action, parameters);
    }
}
