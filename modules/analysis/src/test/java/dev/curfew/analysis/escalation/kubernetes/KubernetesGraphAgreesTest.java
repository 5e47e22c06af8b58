package dev.curfew.analysis.escalation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.GraphSays;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Escalations and the access graph are one truth: who has an escalation has a path to the cluster, and as surely. The
/// graph knows of more that is possible: the tokens of the node on which a pod comes to run.
class KubernetesGraphAgreesTest {
    private static final int CASES = Integer.getInteger("curfew.graph.cases", 300);
    private static final ResourceId CLUSTER = ResourceId.of("k8s", "cluster");

    @Test
    void onSmallClustersWithSeedsBothSayTheSame() {
        int certain = 0;
        int none = 0;
        for (long seed = 0; seed < CASES; seed++) {
            SnapshotIndex index = RandomCluster.of(seed).index();
            Map<EntityId, Certainty> escalations = escalations(index);
            for (Identity each : index.snapshot().identities()) {
                Certainty expected = escalations.get(each.id());
                Optional<Certainty> reached = GraphSays.reached(index, each.id(), CLUSTER);
                if (expected == Certainty.CERTAIN) {
                    certain++;
                    assertThat(reached).as("seed %d, %s", seed, each.id()).contains(Certainty.CERTAIN);
                } else if (expected == Certainty.POSSIBLE) {
                    assertThat(reached).as("seed %d, %s", seed, each.id()).isPresent();
                } else if (!administers(index, each.id())) {
                    none++;
                    assertThat(reached).as("seed %d, %s", seed, each.id()).isNotEqualTo(Optional.of(Certainty.CERTAIN));
                }
            }
        }
        assertThat(certain).isGreaterThan(CASES / 2);
        assertThat(none).isGreaterThan(CASES / 2);
    }

    private static boolean administers(SnapshotIndex index, EntityId id) {
        String any = HeldRoles.ANY;
        return !Decisions.isDenied(new Holdings(index).of(id).may(any, any, any, any, ""));
    }

    /// The surest of each.
    private static Map<EntityId, Certainty> escalations(SnapshotIndex index) {
        Map<EntityId, Certainty> surest = new TreeMap<>();
        KubernetesEscalations.find(index).forEach(it -> surest.putIfAbsent(it.identity(), it.certainty()));
        return surest;
    }
}
