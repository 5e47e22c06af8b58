package dev.curfew.analysis.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.kubernetes.document.ClusterReader;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.kubernetes.ControllerManager;
import dev.curfew.testbed.kubernetes.Kubernetes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Aggregated ClusterRoles get the rules that the real controller computes into them, in its order, on seeded random
/// labels and selectors: several selectors, overlapping ones, roles that are aggregated from aggregated ones, rules
/// that stand twice or in another order. A server of its own, for a controller works on all of it.
@RealServer
class AggregationConformanceTest {
    private static final int SEEDS = Integer.getInteger("curfew.conformance.aggregation.seeds", 30);
    private static final int FIRST_SEED = Integer.getInteger("curfew.conformance.aggregation.first", 0);
    private static final String ROLES = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
    private static final int PLAIN = 6;
    private static final int AGGREGATED = 4;

    /// Seen: 2 s until the controller has done them all.
    private static final Duration SETTLED_MAX = Duration.ofSeconds(60);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aggregatedRolesGetWhatTheControllerComputes() throws Exception {
        try (Kubernetes server = Kubernetes.start();
                ControllerManager _ = ControllerManager.start(server)) {
            for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
                create(server, seed);
            }
            JsonNode listed = settled(server);
            Map<String, List<RbacRule>> theirs = written(listed);
            int rules = theirs.values().stream().mapToInt(List::size).sum();
            assertThat(computed(listed)).isEqualTo(theirs);
            System.out.println(
                    "kube-controller-manager: " + theirs.size() + " aggregated roles of " + rules + " rules compared");
            assertThat(rules).isGreaterThan(theirs.size());
        }
    }

    /// What the evaluator computes from the same roles without what the controller wrote.
    private static Map<String, List<RbacRule>> computed(JsonNode listed) throws PolicySyntaxException {
        Map<String, List<RbacRule>> computed = new LinkedHashMap<>();
        JsonNode bare = listed.deepCopy();
        bare.forEach(role -> {
            if (role.has("aggregationRule")) {
                ((ObjectNode) role).remove("rules");
            }
        });
        List<RbacRole> roles = ClusterReader.roles(bare);
        for (int i = 0; i < roles.size(); i++) {
            if (listed.get(i).has("aggregationRule")) {
                computed.put(roles.get(i).name(), roles.get(i).rules());
            }
        }
        return computed;
    }

    /// The roles, once they are as expected and nothing has changed for four looks; or what there is in the end, which
    /// then differs.
    private static JsonNode settled(Kubernetes server)
            throws InterruptedException, JsonProcessingException, PolicySyntaxException {
        long deadline = System.nanoTime() + SETTLED_MAX.toNanos();
        JsonNode before = list(server);
        int same = 0;
        while ((same < 4 || !computed(before).equals(written(before))) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_AGAIN);
            JsonNode now = list(server);
            same = now.equals(before) ? same + 1 : 0;
            before = now;
        }
        return before;
    }

    /// What the controller wrote into aggregated roles.
    private static Map<String, List<RbacRule>> written(JsonNode listed) throws PolicySyntaxException {
        Map<String, List<RbacRule>> written = new LinkedHashMap<>();
        for (JsonNode role : listed) {
            if (role.has("aggregationRule")) {
                RbacRole read = RbacRole.parse(role);
                written.put(read.name(), read.rules());
            }
        }
        return written;
    }

    private static JsonNode list(Kubernetes server) throws JsonProcessingException {
        return JSON.readTree(server.call("GET", ROLES, Map.of()).ok().body()).path("items");
    }

    private static void create(Kubernetes server, int seed) {
        Random dice = new Random(seed);
        String prefix = "s" + seed + "-";
        String label = "seed" + seed;
        for (int i = 0; i < PLAIN; i++) {
            Map<String, Object> role = role(prefix + "p" + dice.nextInt(100) + "-" + i, labels(dice, label));
            role.put("rules", rules(dice));
            server.createRbac("", "clusterroles", role);
        }
        for (int i = 0; i < AGGREGATED; i++) {
            // a role that is aggregated again has a label of its own, so that there are no circles
            Map<String, String> labels = dice.nextBoolean() ? Map.of(label + "-again", "t" + i) : Map.of();
            Map<String, Object> role = role(prefix + "a" + dice.nextInt(100) + "-" + i, labels);
            List<Object> selectors = new ArrayList<>();
            for (int j = dice.nextInt(3); j >= 0; j--) {
                selectors.add(selector(dice, label, i));
            }
            role.put("aggregationRule", Map.of("clusterRoleSelectors", selectors));
            server.createRbac("", "clusterroles", role);
        }
        Map<String, Object> all = role(prefix + "all", Map.of());
        all.put("aggregationRule", Map.of("clusterRoleSelectors", List.of(Map.of("matchLabels", Map.of(label, "x")))));
        server.createRbac("", "clusterroles", all);
        Map<String, Object> one = role(prefix + "one", Map.of(label, "x"));
        one.put("rules", rules(dice));
        server.createRbac("", "clusterroles", one);
    }

    private static Map<String, Object> role(String name, Map<String, String> labels) {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("metadata", Map.of("name", name, "labels", labels));
        return role;
    }

    private static Map<String, String> labels(Random dice, String label) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (dice.nextInt(4) > 0) {
            labels.put(label, value(dice));
        }
        if (dice.nextBoolean()) {
            labels.put(label + "-tier", value(dice));
        }
        return labels;
    }

    private static String value(Random dice) {
        return List.of("x", "y", "").get(dice.nextInt(3));
    }

    private static Map<String, Object> selector(Random dice, String label, int number) {
        if (number > 0 && dice.nextInt(3) == 0) {
            return Map.of("matchLabels", Map.of(label + "-again", "t" + dice.nextInt(number)));
        }
        Map<String, Object> selector = new LinkedHashMap<>();
        // everything that could select roles of another seed, or of the server's, names this seed's label too
        Map<String, Object> own = Map.of("key", label, "operator", "Exists");
        switch (dice.nextInt(5)) {
            case 0 -> selector.put("matchLabels", Map.of(label, value(dice)));
            case 1 -> selector.put("matchLabels", Map.of(label, value(dice), label + "-tier", value(dice)));
            case 2 -> selector.put("matchExpressions", List.of(own, in("In", label + "-tier", dice)));
            case 3 -> selector.put("matchExpressions", List.of(own, in("NotIn", label + "-tier", dice)));
            default ->
                selector.put(
                        "matchExpressions", List.of(own, Map.of("key", label + "-tier", "operator", "DoesNotExist")));
        }
        return selector;
    }

    private static Map<String, Object> in(String operator, String key, Random dice) {
        return Map.of("key", key, "operator", operator, "values", List.of(value(dice), "y"));
    }

    private static List<Object> rules(Random dice) {
        List<Object> rules = new ArrayList<>();
        for (int i = dice.nextInt(4); i >= 0; i--) {
            List<String> verbs = dice.nextBoolean() ? List.of("get", "list") : List.of("list", "get");
            if (dice.nextInt(5) == 0) {
                rules.add(Map.of("verbs", List.of("get"), "nonResourceURLs", List.of("/x" + dice.nextInt(2))));
            } else if (dice.nextInt(4) == 0) {
                rules.add(Map.of(
                        "verbs",
                        verbs,
                        "apiGroups",
                        List.of(""),
                        "resources",
                        List.of("pods"),
                        "resourceNames",
                        List.of("n" + dice.nextInt(2))));
            } else {
                rules.add(Map.of(
                        "verbs", verbs, "apiGroups", List.of(""), "resources", List.of("pods", "r" + dice.nextInt(2))));
            }
        }
        return rules;
    }
}
