package dev.curfew.analysis.escalation.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Small accounts with seeds, in which every method is asked of everybody about everybody, one question at a time.
/// Longer: `-Dcurfew.escalation.cases=100000 -Dcurfew.escalation.seed=1000000`.
class OracleTest {
    private static final int CASES = Integer.getInteger("curfew.escalation.cases", 2_000);
    private static final int SEED = Integer.getInteger("curfew.escalation.seed", 0);

    /// Of so many accounts every method is found in one, certainly, and in one possibly.
    private static final int CASES_PER_FINDING = 2_000;

    private final Map<Certainty, Map<String, Integer>> seen = new EnumMap<>(Certainty.class);

    @Test
    void whatIsFoundSetWiseIsWhatIsFoundOneByOne() {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            AccountSketch account = new RandomAccount(seed).sketch;
            SnapshotIndex index = account.index();
            Map<String, Certainty> found = new TreeMap<>();
            for (Escalation each : AwsEscalations.find(index, account.environment())) {
                found.put(each.identity().nativeId() + " " + each.method(), each.certainty());
                seen.computeIfAbsent(each.certainty(), _ -> new TreeMap<>()).merge(each.method(), 1, Integer::sum);
            }

            assertThat(found)
                    .as("seed %d", seed)
                    .isEqualTo(new NaiveEscalations(index, account.environment(), RandomAccount.NAMES).find());
        }
        System.out.printf("%d accounts from seed %d: found %s%n", CASES, SEED, seen);
        AwsCatalogue.packaged()
                .forEach(method -> seen.values()
                        .forEach(of -> assertThat(of.getOrDefault(method.id(), 0))
                                .as(method.id())
                                .isGreaterThanOrEqualTo(CASES / CASES_PER_FINDING)));
    }
}
