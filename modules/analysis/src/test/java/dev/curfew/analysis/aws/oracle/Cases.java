package dev.curfew.analysis.aws.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Cases of `curfew evaluate aws`, the same for the same seed.
public final class Cases {
    private Cases() {}

    public static ObjectNode draw(long seed) {
        Dice dice = new Dice(seed);
        Scene scene = Scene.draw(dice);
        Policies policies = new Policies(dice, scene);
        ObjectNode drawn = JsonNodeFactory.instance.objectNode().put("id", seed);
        drawn.set("request", request(scene));
        boolean inAccount = scene.isInAccount();
        drawn.set("identityPolicies", named(inAccount ? dice.below(4) : 0, "identity", () -> policies.policy(12)));
        if (inAccount && dice.percent(20)) {
            drawn.set("permissionBoundaries", named(1, "boundary", () -> policies.policy(10)));
        }
        boolean session = scene.principal().contains(":sts:");
        if (session && dice.percent(20)) {
            drawn.set("sessionPolicy", policies.policy(10));
        }
        boolean trusted = scene.resource().contains(":role/")
                && scene.action().toLowerCase(Locale.ROOT).startsWith("sts:");
        if (dice.percent(trusted ? 97 : 50)) {
            drawn.set("resourcePolicy", policies.resourcePolicy());
        }
        int levels = dice.percent(inAccount ? 25 : 3) ? 1 + dice.below(3) : 0;
        levels(drawn.putArray("serviceControlPolicies"), levels, dice, () -> policies.policy(15));
        int guarded = dice.percent(isGuarded(scene) ? 20 : 2) ? 1 + dice.below(2) : 0;
        levels(drawn.putArray("resourceControlPolicies"), guarded, dice, () -> policies.policyForAll(100));
        if (dice.percent(10)) {
            drawn.set("vpcEndpointPolicies", named(1, "endpoint", policies::endpointPolicy));
        }
        if (dice.percent(3)) {
            drawn.putObject("settings").put("restrictPublicBuckets", true);
        }
        return drawn;
    }

    private static boolean isGuarded(Scene scene) {
        String service = scene.action().split(":", 2)[0].toLowerCase(Locale.ROOT);
        return List.of("s3", "sts", "kms", "sqs", "secretsmanager", "dynamodb").contains(service);
    }

    private static ObjectNode request(Scene scene) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        if (scene.principal().isEmpty()) {
            request.put("anonymous", true);
        } else {
            request.put("principalArn", scene.principal());
        }
        request.put("action", scene.action()).put("resourceArn", scene.resource());
        request.put("resourceAccount", scene.owner()).put("wildcardOnly", scene.wildcardOnly());
        ObjectNode context = request.putObject("context");
        scene.context().forEach((key, values) -> {
            ArrayNode list = context.putArray(key);
            values.forEach(list::add);
        });
        ArrayNode several = request.putArray("multiValuedKeys");
        Scene.SEVERAL.forEach(several::add);
        return request;
    }

    private static ArrayNode named(int count, String name, Supplier<ObjectNode> policy) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < count; i++) {
            ObjectNode one = list.addObject().put("name", name + i);
            one.set("policy", policy.get());
        }
        return list;
    }

    /// Most levels have the policy that allows everything, as AWS attaches it; some have nothing.
    private static void levels(ArrayNode levels, int count, Dice dice, Supplier<ObjectNode> policy) {
        for (int i = 0; i < count; i++) {
            ArrayNode level = named(dice.percent(5) ? 0 : 1, "level" + i, policy);
            if (dice.percent(70) && !level.isEmpty()) {
                ObjectNode whole = level.addObject().put("name", "full");
                whole.putObject("policy")
                        .put("Version", "2012-10-17")
                        .putObject("Statement")
                        .put("Effect", "Allow")
                        .put("Action", "*")
                        .put("Resource", "*")
                        .put("Principal", "*");
            }
            levels.add(level);
        }
    }
}
