package dev.curfew.analysis.aws.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.batch.AwsCases;
import dev.curfew.analysis.batch.CaseException;
import dev.curfew.analysis.json.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What holds of every request and all policies, on generated ones: nothing that limits widens, nothing that allows
/// narrows, and order does not matter.
class MetamorphicTest {
    private static final long SEED = 40_000_000;
    private static final int CASES = 3_000;

    private final AwsCases evaluator = new AwsCases();

    @Test
    void oneMoreLimitNeverWidens() throws CaseException {
        List<UnaryOperator<ObjectNode>> limits = List.of(
                it -> policies(it, "identityPolicies", other(it).policy(100)),
                it -> level(it, "serviceControlPolicies", other(it).policy(30)),
                it -> level(it, "resourceControlPolicies", other(it).policyForAll(100)),
                it -> it.has("permissionBoundaries")
                        ? it
                        : policies(it, "permissionBoundaries", other(it).policy(20)),
                // without one a federated user has nothing to be limited
                it -> it.has("sessionPolicy")
                                || it.at("/request/principalArn").asText().contains(":federated-user/")
                        ? it
                        : set(it, "sessionPolicy", other(it).policy(20)),
                it -> it.has("vpcEndpointPolicies")
                        ? it
                        : policies(it, "vpcEndpointPolicies", other(it).policyForAll(20)),
                it -> set(it, "settings", it.objectNode().put("restrictPublicBuckets", true)));
        for (UnaryOperator<ObjectNode> limit : limits) {
            for (long seed = SEED; seed < SEED + CASES; seed++) {
                ObjectNode drawn = Cases.draw(seed);
                ObjectNode limited = limit.apply(drawn.deepCopy());
                assertThat(rank(limited)).as("%s", limited).isLessThanOrEqualTo(rank(drawn));
            }
        }
    }

    @Test
    void oneMoreAllowNeverNarrows() throws CaseException {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            ObjectNode drawn = Cases.draw(seed);
            ObjectNode allowed =
                    policies(drawn.deepCopy(), "identityPolicies", other(drawn).policy(0));
            assertThat(rank(allowed)).as("%s", allowed).isGreaterThanOrEqualTo(rank(drawn));
        }
    }

    @Test
    void theOrderOfStatementsPoliciesAndLevelsDoesNotMatter() throws CaseException {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            ObjectNode drawn = Cases.draw(seed);
            ObjectNode shuffled = drawn.deepCopy();
            shuffle(shuffled, new Random(seed));
            assertThat(said(shuffled)).as("%s", shuffled).isEqualTo(said(drawn));
        }
    }

    /// What is known makes what hangs on it certain: never the other way round.
    @Test
    void whatIsDecidedWithoutTheWholeContextStaysDecidedWithIt() throws CaseException {
        int conditional = 0;
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            ObjectNode drawn = Cases.draw(seed);
            ObjectNode partial = drawn.deepCopy();
            ((ObjectNode) partial.path("request")).put("partialContext", true).putObject("context");
            JsonNode answer = evaluator.evaluate(JsonText.of(partial));
            if (answer.path("verdict").asText().equals("Conditional")) {
                conditional++;
                assertThat(answer.path("dependsOn")).as("%s", partial).isNotEmpty();
            } else {
                assertThat(rank(drawn)).as("%s", drawn).isEqualTo(rank(partial));
            }
        }
        assertThat(conditional).isBetween(CASES / 20, CASES / 2);
    }

    private int rank(ObjectNode drawn) throws CaseException {
        return switch (evaluator.evaluate(JsonText.of(drawn)).path("verdict").asText()) {
            case "Allowed" -> 2;
            case "Conditional" -> 1;
            default -> 0;
        };
    }

    /// Verdict and layers, and how many statements decided: their positions move with them.
    private String said(ObjectNode drawn) throws CaseException {
        ObjectNode answer = evaluator.evaluate(JsonText.of(drawn));
        TreeSet<String> layers = new TreeSet<>();
        answer.path("blockedBy").forEach(layer -> layers.add(layer.asText()));
        return answer.path("verdict").asText()
                + layers
                + answer.path("decidedBy").size();
    }

    /// Policies near the same request, of another seed.
    private static Policies other(ObjectNode drawn) {
        long seed = drawn.path("id").asLong();
        return new Policies(new Dice(-seed), Scene.draw(new Dice(seed)));
    }

    private static ObjectNode set(ObjectNode drawn, String field, JsonNode value) {
        drawn.set(field, value);
        return drawn;
    }

    private static ObjectNode policies(ObjectNode drawn, String field, ObjectNode policy) {
        drawn.withArrayProperty(field).addObject().put("name", "more").set("policy", policy);
        return drawn;
    }

    private static ObjectNode level(ObjectNode drawn, String field, ObjectNode policy) {
        drawn.withArrayProperty(field)
                .addArray()
                .addObject()
                .put("name", "more")
                .set("policy", policy);
        return drawn;
    }

    private static void shuffle(JsonNode node, Random random) {
        node.forEach(child -> shuffle(child, random));
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(items::add);
            Collections.shuffle(items, random);
            array.removeAll();
            array.addAll(items);
        }
    }
}
