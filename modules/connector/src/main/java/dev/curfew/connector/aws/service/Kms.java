package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keys with their policy, and their grants as a policy that says the same.
final class Kms implements Service.Guarded {
    private static final String GRANTS = "grants";

    @Override
    public String scope() {
        return "kms-keys";
    }

    @Override
    public String kind() {
        return "kms";
    }

    @Override
    public String guardScope() {
        return "kms-key-policies";
    }

    @Override
    public List<Thing> list(Asking asking) throws Unanswered, InterruptedException {
        Map<String, String> names = new HashMap<>();
        for (Node each : all(asking, "ListAliases", Map.of(), "Aliases")) {
            Reading alias = Reading.of(each);
            alias.optionalText("TargetKeyId").ifPresent(id -> names.put(id, alias.text("AliasName")));
        }
        List<Thing> things = new ArrayList<>();
        for (Node each : all(asking, "ListKeys", Map.of(), "Keys")) {
            Reading key = Reading.of(each);
            String id = key.text("KeyId");
            things.add(Thing.of(key.text("KeyArn")).called(names.getOrDefault(id, id)));
        }
        return things;
    }

    private static List<Node> all(Asking asking, String action, Map<String, Object> parameters, String list)
            throws Unanswered, InterruptedException {
        return asking.all(new Asking.Pages(call(action, parameters), list, "NextMarker", "Marker"));
    }

    private static AwsJsonCall call(String action, Map<String, Object> parameters) {
        return new AwsJsonCall(AwsService.KMS, action, parameters);
    }

    @Override
    public Look look(Asking asking, Thing thing) throws Unanswered, InterruptedException {
        String policy = asking.one(call("GetKeyPolicy", Map.of("KeyId", thing.arn(), "PolicyName", "default")))
                .text("Policy");
        List<Node> grants = all(asking, "ListGrants", Map.of("KeyId", thing.arn()), "Grants");
        return new Look(
                thing,
                grants.isEmpty()
                        ? Map.of(Look.POLICY, policy)
                        : Map.of(Look.POLICY, policy, GRANTS, KeyGrants.policy(grants)));
    }
}
