package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Instances with the role of their instance profile. Their user data, which holds secrets, is not asked for.
final class Ec2 implements Service {
    /// The roles by instance profile, once they were told: IAM's, and so the same in every region.
    private @Nullable Map<String, String> profiles;

    @Override
    public String scope() {
        return "ec2-instances";
    }

    @Override
    public String kind() {
        return "ec2";
    }

    @Override
    public List<Thing> list(Asking asking) throws Unanswered, InterruptedException {
        Map<String, String> known = profiles;
        Map<String, String> roles = known == null ? roles(asking) : known;
        profiles = roles;
        AwsCall first = new AwsCall(AwsService.EC2, "DescribeInstances", Map.of("MaxResults", "1000"), true);
        List<Thing> things = new ArrayList<>();
        for (Node each : asking.all(new Asking.Pages(first, "reservationSet", "nextToken", "NextToken"))) {
            Reading reservation = Reading.of(each);
            String account = reservation.text("ownerId");
            for (Reading instance : reservation.list("instancesSet", Reading::of)) {
                things.add(thing(instance, account, roles));
            }
        }
        return things;
    }

    private static Thing thing(Reading instance, String account, Map<String, String> roles) {
        String zone = Reading.of(instance.require("placement")).text("availabilityZone");
        String region = Regions.ofZone(zone);
        String id = instance.text("instanceId");
        String profile = instance.find("iamInstanceProfile")
                .map(Reading::of)
                .flatMap(it -> it.optionalText("arn"))
                .orElse("");
        String partition = profile.isEmpty() ? Regions.partition(region) : profile.split(":", 3)[1];
        return Thing.of("arn:" + partition + ":ec2:" + region + ":" + account + ":instance/" + id)
                .called(id)
                .with("state", Reading.of(instance.require("instanceState")).text("name"))
                .with("instance-profile", profile)
                .runningAs(roles.getOrDefault(profile, ""));
    }

    /// By instance profile; "an instance profile can contain only one IAM role" (IAM User Guide).
    private static Map<String, String> roles(Asking asking) throws Unanswered, InterruptedException {
        AwsCall first = AwsCall.read("ListInstanceProfiles", Map.of("MaxItems", "1000"));
        Map<String, String> roles = new HashMap<>();
        for (Node each : asking.all(Asking.pages(first, "InstanceProfiles", "Marker"))) {
            Reading profile = Reading.of(each);
            profile.list("Roles", Reading::of).forEach(role -> roles.put(profile.text("Arn"), role.text("Arn")));
        }
        return roles;
    }
}
