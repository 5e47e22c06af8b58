package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Topics with their policy.
final class Sns implements Service.Guarded {
    @Override
    public String scope() {
        return "sns-topics";
    }

    @Override
    public String kind() {
        return "sns";
    }

    @Override
    public String guardScope() {
        return "sns-topic-policies";
    }

    @Override
    public List<Thing> list(Asking asking) throws Unanswered, InterruptedException {
        AwsCall first = new AwsCall(AwsService.SNS, "ListTopics", Map.of(), true);
        List<Thing> things = new ArrayList<>();
        for (Node each : asking.all(Asking.pages(first, "Topics", "NextToken"))) {
            things.add(Thing.of(Reading.of(each).text("TopicArn")));
        }
        return things;
    }

    @Override
    public Look look(Asking asking, Thing thing) throws Unanswered, InterruptedException {
        Reading answer =
                asking.one(new AwsCall(AwsService.SNS, "GetTopicAttributes", Map.of("TopicArn", thing.arn()), true));
        return Look.of(
                thing,
                answer.list("Attributes", Reading::of).stream()
                        .filter(attribute -> attribute.text("key").equals("Policy"))
                        .map(attribute -> attribute.text("value"))
                        .findFirst()
                        .orElse(""));
    }
}
