package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Queues with their policy.
final class Sqs implements Service.Guarded {
    private static final String ADDRESS = "address";

    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html>
    private static final Pattern QUEUE = Pattern.compile(
            "https?://sqs\\.(?<region>[a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/(?<account>\\d{12})/(?<name>.+)");

    @Override
    public String scope() {
        return "sqs-queues";
    }

    @Override
    public String kind() {
        return "sqs";
    }

    @Override
    public String guardScope() {
        return "sqs-queue-policies";
    }

    @Override
    public List<Thing> list(Asking asking) throws Unanswered, InterruptedException {
        AwsJsonCall first = new AwsJsonCall(AwsService.SQS, "ListQueues", Map.of("MaxResults", 1000));
        List<Thing> things = new ArrayList<>();
        for (Node each : asking.all(Asking.pages(first, "QueueUrls", "NextToken"))) {
            String address = Reading.textOf(each);
            things.add(Thing.of(arn(asking, address)).with(ADDRESS, address));
        }
        return things;
    }

    /// Told by the address wherever AWS itself made it: a queue that is gone by now, or whose policy lets nobody ask,
    /// hides no other.
    private static String arn(Asking asking, String address) throws Unanswered, InterruptedException {
        Matcher parts = QUEUE.matcher(address);
        if (!parts.matches()) {
            return attribute(asking, address, "QueueArn").orElse(address);
        }
        String region = parts.group("region");
        return "arn:" + Regions.partition(region) + ":sqs:" + region + ":" + parts.group("account") + ":"
                + parts.group("name");
    }

    @Override
    public Look look(Asking asking, Thing thing) throws Unanswered, InterruptedException {
        String address = thing.tags().getOrDefault(ADDRESS, "");
        return Look.of(thing, attribute(asking, address, "Policy").orElse(""));
    }

    private static Optional<String> attribute(Asking asking, String queue, String name)
            throws Unanswered, InterruptedException {
        Reading answer = asking.one(new AwsJsonCall(
                AwsService.SQS, "GetQueueAttributes", Map.of("QueueUrl", queue, "AttributeNames", List.of(name))));
        return answer.find("Attributes").map(Reading::of).flatMap(attributes -> attributes.optionalText(name));
    }
}
