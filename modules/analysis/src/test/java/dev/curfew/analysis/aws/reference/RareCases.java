package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.aws.oracle.Cases;
import java.util.List;
import java.util.Random;

/// Generated cases with what iam-simulate has nothing like, and so is seldom drawn for it or never: grants of keys,
/// public buckets, chained roles, sessions of every kind with policies, whole accounts, policies of buckets, services'
/// own roles, resources of strangers, policies without `Principal`, and ARNs that are not whole.
final class RareCases {
    private static final List<String> ASKERS = List.of(
            "arn:aws:iam::111122223333:role/ci",
            "arn:aws:sts::111122223333:assumed-role/ci/build-7",
            "arn:aws:iam::111122223333:user/ann",
            "arn:aws:sts::111122223333:federated-user/ann",
            "arn:aws:iam::111122223333:root",
            "arn:aws:iam::444455556666:root",
            "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForEcs",
            "arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForEcs/s",
            "arn:aws:sts::444455556666:assumed-role/partner/s");

    private RareCases() {}

    static ObjectNode draw(long seed) {
        Random random = new Random(seed);
        ObjectNode drawn = Cases.draw(seed);
        switch (random.nextInt(9)) {
            case 0 -> grants(drawn, random);
            case 1 -> publicBucket(drawn, random);
            case 2 -> chained(drawn, random);
            case 3 -> withoutPrincipal(drawn.path("resourcePolicy"));
            case 4 -> notWhole(drawn, random);
            case 5 -> asker(drawn, random);
            case 6 -> empty(drawn, random);
            case 7 -> bucketPolicy(drawn, random);
            default -> {}
        }
        return drawn;
    }

    private static ObjectNode request(ObjectNode drawn) {
        return (ObjectNode) drawn.path("request");
    }

    private static void asker(ObjectNode drawn, Random random) {
        ObjectNode request = request(drawn);
        if (request.path("principalArn").asText().startsWith("arn:aws:")
                && !request.path("principalArn").asText().contains("oidc")) {
            String asker = ASKERS.get(random.nextInt(ASKERS.size()));
            request.put("principalArn", asker);
            if (random.nextBoolean()) {
                entries(drawn.path("resourcePolicy"), asker);
            }
        }
    }

    /// Names one principal wherever a statement names some.
    private static void entries(JsonNode policy, String name) {
        for (JsonNode principal : policy.findValues("Principal")) {
            if (principal instanceof ObjectNode named) {
                named.putArray("AWS").add(name);
            }
        }
    }

    /// By the account's root too, and by strangers.
    private static void bucketPolicy(ObjectNode drawn, Random random) {
        ObjectNode request = request(drawn);
        String verb = List.of("Get", "Put", "Delete").get(random.nextInt(3));
        request.put("action", "s3:" + verb + "BucketPolicy");
        request.put("resourceArn", "arn:aws:s3:::logs").put("wildcardOnly", false);
        request.put("resourceAccount", random.nextBoolean() ? "111122223333" : "444455556666");
        asker(drawn, random);
    }

    private static void grants(ObjectNode drawn, Random random) {
        ObjectNode request = request(drawn);
        request.put("action", random.nextBoolean() ? "kms:Decrypt" : "kms:GenerateDataKey");
        request.put("resourceArn", "arn:aws:kms:eu-west-1:111122223333:key/1b9c")
                .put("wildcardOnly", false);
        request.put("resourceAccount", "111122223333");
        ObjectNode context = (ObjectNode) request.path("context");
        if (random.nextBoolean()) {
            context.putArray("kms:EncryptionContext:app").add("pay");
        }
        if (random.nextInt(3) == 0) {
            context.putArray("kms:EncryptionContext:stage").add("x");
        }
        ArrayNode grants = drawn.withObjectProperty("settings").putArray("kmsGrants");
        for (int i = 0; i <= random.nextInt(2); i++) {
            String own = request.path("principalArn").asText("arn:aws:iam::111122223333:role/ci");
            ObjectNode grant = grants.addObject()
                    .put("name", "grant-" + i)
                    .put("granteePrincipal", random.nextBoolean() ? own : ASKERS.get(random.nextInt(ASKERS.size())));
            grant.putArray("operations").add(random.nextInt(3) > 0 ? "Decrypt" : "GenerateDataKey");
            switch (random.nextInt(3)) {
                case 0 -> grant.putObject("encryptionContextEquals").put("app", "pay");
                case 1 -> grant.putObject("encryptionContextSubset").put("app", "pay");
                default -> {}
            }
        }
    }

    private static void publicBucket(ObjectNode drawn, Random random) {
        drawn.withObjectProperty("settings").put("restrictPublicBuckets", true);
        request(drawn).put("action", "s3:GetObject").put("resourceArn", "arn:aws:s3:::logs/ann/2026-11.txt");
        request(drawn).put("wildcardOnly", false);
        for (JsonNode statement : statements(drawn.path("resourcePolicy"))) {
            if (random.nextBoolean()) {
                ((ObjectNode) statement).remove("NotPrincipal");
                ((ObjectNode) statement).put("Principal", "*");
            }
            if (random.nextInt(3) == 0) {
                String[] values = {"10.0.0.0/8", "10.0.0.0/1", "203.0.113.0/24", "0.0.0.0/4"};
                ((ObjectNode) statement)
                        .withObjectProperty("Condition")
                        .putObject("IpAddress")
                        .put("aws:SourceIp", values[random.nextInt(values.length)]);
            }
        }
    }

    private static List<JsonNode> statements(JsonNode policy) {
        JsonNode statement = policy.path("Statement");
        return statement.isArray()
                ? statement.valueStream().toList()
                : statement.isObject() ? List.of(statement) : List.of();
    }

    private static void chained(ObjectNode drawn, Random random) {
        ObjectNode request = request(drawn);
        request.put("action", "sts:AssumeRole").put("wildcardOnly", false);
        request.put("resourceArn", "arn:aws:iam::111122223333:role/admin").put("resourceAccount", "111122223333");
        ((ObjectNode) request.path("context"))
                .putArray("sts:DurationSeconds")
                .add(List.of("900", "3600", "3601", "43200").get(random.nextInt(4)));
        for (JsonNode statement : statements(drawn.path("resourcePolicy"))) {
            ((ObjectNode) statement).remove(List.of("Resource", "NotResource"));
            ((ObjectNode) statement).remove("NotAction");
            ((ObjectNode) statement).put("Action", "sts:AssumeRole");
        }
    }

    private static void withoutPrincipal(JsonNode policy) {
        for (JsonNode statement : statements(policy)) {
            ((ObjectNode) statement).remove(List.of("Principal", "NotPrincipal"));
        }
    }

    /// ARNs with fewer than six fields, in whatever layer.
    private static void notWhole(ObjectNode drawn, Random random) {
        String[] parts = request(drawn).path("resourceArn").asText().split(":", -1);
        String cut = String.join(":", List.of(parts).subList(0, Math.min(parts.length, 3 + random.nextInt(2))));
        for (String field : List.of("identityPolicies", "permissionBoundaries", "sessionPolicy", "resourcePolicy")) {
            for (JsonNode document : drawn.path(field).findValues("Statement")) {
                for (JsonNode statement : document.isArray() ? document : List.of(document)) {
                    if (random.nextBoolean() && statement.has("Resource")) {
                        ((ObjectNode) statement).put("Resource", cut);
                    }
                }
            }
        }
    }

    private static void empty(ObjectNode drawn, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> drawn.putArray("identityPolicies");
            case 1 -> drawn.remove("resourcePolicy");
            case 2 -> request(drawn).put("resourceAccount", "");
            default -> request(drawn).putObject("context");
        }
    }
}
