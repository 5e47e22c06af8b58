package dev.curfew.analysis.aws.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.aws.oracle.Shrink;
import dev.curfew.analysis.batch.AwsCases;
import dev.curfew.analysis.batch.CaseException;
import dev.curfew.analysis.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The evaluator against AWS's pages as a program: decision, layers and statements have to be equal.
/// `-Dcurfew.reference.cases` and `-Dcurfew.reference.seed` choose how many and which.
class ReferenceTest {
    private static final int CASES = Integer.getInteger("curfew.reference.cases", 20_000);
    private static final long SEED = Long.getLong("curfew.reference.seed", 30_000_000);

    /// Told in full, and shrunk; more would be the same again.
    private static final int TOLD_MAX = 5;

    private final AwsCases evaluator = new AwsCases();

    @Test
    void theEvaluatorAnswersAsThePagesRead() throws CaseException {
        Map<String, Integer> verdicts = new TreeMap<>();
        Map<String, Integer> blocking = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            ObjectNode drawn = RareCases.draw(seed);
            Reference.Answer expected = Reference.to(drawn);
            verdicts.merge(expected.verdict(), 1, Integer::sum);
            expected.blockedBy().forEach(layer -> blocking.merge(layer, 1, Integer::sum));
            if (!ours(drawn).equals(expected) && differences.size() < TOLD_MAX) {
                differences.add(told(drawn));
            }
        }
        System.out.printf("reference: %d cases from seed %d, %s, blocked by %s%n", CASES, SEED, verdicts, blocking);
        assertThat(differences).isEmpty();
        assertThat(verdicts)
                .hasSize(3)
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(CASES / 10));
        assertThat(blocking).hasSize(7);
    }

    private Reference.Answer ours(ObjectNode drawn) throws CaseException {
        return Reference.Answer.of(evaluator.evaluate(JsonText.of(drawn)));
    }

    private String told(ObjectNode drawn) {
        ObjectNode smallest = Shrink.smallest(drawn, this::differs);
        return difference(smallest) + ": " + smallest;
    }

    private boolean differs(ObjectNode drawn) {
        try {
            return !ours(drawn).equals(Reference.to(drawn));
        } catch (CaseException | IllegalArgumentException _) {
            return false;
        }
    }

    private String difference(ObjectNode drawn) {
        try {
            return ours(drawn) + " but the pages " + Reference.to(drawn);
        } catch (CaseException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
