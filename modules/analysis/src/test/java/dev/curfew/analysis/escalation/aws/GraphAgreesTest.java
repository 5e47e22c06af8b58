package dev.curfew.analysis.escalation.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.GraphSays;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Escalations and the access graph are one truth: who has an escalation has a path to the account, and as surely.
class GraphAgreesTest {
    private static final int CASES = Integer.getInteger("curfew.graph.cases", 400);
    private static final ResourceId ACCOUNT = ResourceId.of("account", AccountSketch.arn("root"));

    static List<MethodCase> all() {
        return MethodCase.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoHasAMethodReachesTheAccount(MethodCase it) {
        SnapshotIndex index = it.account().index();
        EntityId actor = index.resolve(AccountSketch.arn(it.actor())).getFirst();

        assertThat(escalations(index)).containsKey(actor.nativeId());
        assertThat(GraphSays.reached(index, actor, ACCOUNT))
                .isEqualTo(Optional.ofNullable(escalations(index).get(actor.nativeId())));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoLacksItsFirstActionDoesNot(MethodCase it) {
        SnapshotIndex index =
                it.without(it.method.permissions().getFirst()).account().index();
        EntityId actor = index.resolve(AccountSketch.arn(it.actor())).getFirst();

        assertThat(GraphSays.reached(index, actor, ACCOUNT))
                .isEqualTo(Optional.ofNullable(escalations(index).get(actor.nativeId())));
    }

    @Test
    void inSmallAccountsWithSeedsBothSayTheSame() {
        int certain = 0;
        for (long seed = 0; seed < CASES; seed++) {
            SnapshotIndex index = new RandomAccount(seed).sketch.index();
            Map<String, Certainty> escalations = escalations(index);
            for (Identity each : index.snapshot().identities()) {
                Certainty expected = escalations.get(each.id().nativeId());
                Optional<Certainty> reached = GraphSays.reached(index, each.id(), ACCOUNT);
                if (expected != null) {
                    certain += expected == Certainty.CERTAIN ? 1 : 0;
                    assertThat(reached).as("seed %d, %s", seed, each.id()).contains(expected);
                }
            }
        }
        assertThat(certain).isGreaterThan(CASES / 10);
    }

    /// The surest of each.
    private static Map<String, Certainty> escalations(SnapshotIndex index) {
        Map<String, Certainty> surest = new TreeMap<>();
        AwsEscalations.find(index, Environment.UNKNOWN)
                .forEach(it -> surest.putIfAbsent(it.identity().nativeId(), it.certainty()));
        return surest;
    }
}
