package dev.curfew.analysis.aws.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.batch.AwsCases;
import dev.curfew.analysis.batch.CaseException;
import dev.curfew.analysis.json.JsonText;
import dev.curfew.testbed.iamsimulate.IamSimulate;
import dev.curfew.testbed.iamsimulate.WithIamSimulate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Curfew against iam-simulate, on generated cases. `-Dcurfew.oracle.cases` and `-Dcurfew.oracle.seed` choose how many
/// and which.
@WithIamSimulate
class OracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CASES = Integer.getInteger("curfew.oracle.cases", 6_000);
    private static final long SEED = Long.getLong("curfew.oracle.seed", 1);

    /// Cases asked at once.
    private static final int BLOCK = 2_000;

    /// Told in full, and shrunk; more would be the same again.
    private static final int TOLD_MAX = 5;

    private final AwsCases evaluator = new AwsCases();

    @Test
    void bothDecideAlikeSaveWhereTheDocumentationSaysOtherwise(IamSimulate simulate) {
        Map<String, Integer> verdicts = new TreeMap<>();
        Map<String, Integer> contested = new TreeMap<>();
        List<ObjectNode> disagreements = new ArrayList<>();
        for (long from = SEED; from < SEED + CASES; from += BLOCK) {
            List<ObjectNode> cases = LongStream.range(from, Math.min(from + BLOCK, SEED + CASES))
                    .mapToObj(Cases::draw)
                    .toList();
            List<String> theirs =
                    simulate.ask(cases.stream().map(JsonNode::toString).toList());
            for (int i = 0; i < cases.size(); i++) {
                String ours = ours(cases.get(i));
                verdicts.merge(ours, 1, Integer::sum);
                if (!ours.equals(verdict(theirs.get(i)))) {
                    Optional<Contested> why = contested(cases.get(i), simulate);
                    if (why.isPresent()) {
                        contested.merge(why.get().name(), 1, Integer::sum);
                    } else {
                        disagreements.add(cases.get(i));
                    }
                }
            }
        }
        System.out.printf(
                "iam-simulate: %d cases from seed %d, %s; contested %s; disagreements %d%n",
                CASES, SEED, verdicts, contested, disagreements.size());
        assertThat(disagreements.stream().limit(TOLD_MAX).map(it -> told(it, simulate)))
                .isEmpty();
        assertThat(verdicts)
                .hasSize(3)
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(CASES / 10));
    }

    /// What the case is contested for: both agree once that is taken out, if need be after other things that are
    /// contested.
    private Optional<Contested> contested(ObjectNode disagreement, IamSimulate simulate) {
        ObjectNode left = disagreement;
        Set<Contested> taken = new HashSet<>();
        for (Optional<Contested> next = Contested.of(left);
                next.filter(taken::add).isPresent();
                next = Contested.of(left)) {
            left = next.get().without(left);
            if (ours(left).equals(theirs(left, simulate))) {
                return next;
            }
        }
        return Optional.empty();
    }

    private String ours(ObjectNode drawn) {
        try {
            return evaluator.evaluate(JsonText.of(drawn)).path("verdict").asText();
        } catch (CaseException e) {
            return "error: " + e.getMessage();
        }
    }

    private static String verdict(String answer) {
        try {
            JsonNode tree = JSON.readTree(answer);
            return tree.path("verdict").asText("error: " + tree.path("error").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }

    private String told(ObjectNode disagreement, IamSimulate simulate) {
        String ours = ours(disagreement);
        String theirs = theirs(disagreement, simulate);
        ObjectNode smallest = Shrink.smallest(
                disagreement,
                smaller ->
                        ours(smaller).equals(ours) && theirs(smaller, simulate).equals(theirs));
        return ours + " here, " + theirs + " there: " + smallest;
    }

    private static String theirs(ObjectNode drawn, IamSimulate simulate) {
        return verdict(simulate.ask(List.of(drawn.toString())).getFirst());
    }
}
