package dev.curfew.analysis.escalation.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.GraphSays;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Escalations and the access graph are one truth: who has an escalation, or is an administrator, has a path to the
/// server, and as surely; nobody else has one.
class OpenBaoGraphAgreesTest {
    private static final int CASES = Integer.getInteger("curfew.graph.cases", 300);
    private static final ResourceId SERVER = ResourceId.of("bao", "server");
    private static final Map<String, RuleWay> WAYS =
            OpenBaoWays.METHODS.stream().collect(Collectors.toMap(method -> method.id(), method -> method.way()));

    @Test
    void onSmallServersWithSeedsBothSayTheSame() {
        int certain = 0;
        for (long seed = 0; seed < CASES; seed++) {
            SnapshotIndex index = RandomServer.of(seed).index();
            Map<EntityId, Certainty> expected = escalations(index);
            Map<EntityId, Holder> holders = Holders.of(index);
            for (EntityId each : holders.keySet()) {
                if (Objects.requireNonNull(holders.get(each)).administers() instanceof Evaluation.Conditional) {
                    // it is no escalation to become surely what one may be already
                    assertThat(GraphSays.reached(index, each, SERVER)).isPresent();
                } else if (!(each instanceof PolicyId)) {
                    certain += expected.get(each) == Certainty.CERTAIN ? 1 : 0;
                    assertThat(GraphSays.reached(index, each, SERVER))
                            .as("seed %d, %s", seed, each)
                            .isEqualTo(Optional.ofNullable(expected.get(each)));
                }
            }
        }
        assertThat(certain).isGreaterThan(CASES);
    }

    @Test
    void aWayOutOfAnEngineIsAStepToAllThatItHas() {
        int ways = 0;
        for (long seed = 0; seed < CASES; seed++) {
            SnapshotIndex index = RandomServer.of(seed).index();
            for (Escalation each : OpenBaoEscalations.find(index)) {
                if (OpenBaoWays.leadsOut(way(each))) {
                    ways++;
                    assertThat(GraphSays.reached(index, each.identity(), ResourceId.of("bao", each.target())))
                            .as("seed %d, %s", seed, each)
                            .isPresent();
                }
            }
        }
        assertThat(ways).isPositive();
    }

    private static RuleWay way(Escalation escalation) {
        return Objects.requireNonNull(WAYS.get(escalation.method()));
    }

    /// The surest of each.
    private static Map<EntityId, Certainty> escalations(SnapshotIndex index) {
        Map<EntityId, Certainty> surest = new TreeMap<>();
        Holders.of(index).forEach((id, holder) -> certainty(holder).ifPresent(certainty -> surest.put(id, certainty)));
        OpenBaoEscalations.find(index).stream()
                .filter(it -> !OpenBaoWays.leadsOut(way(it)))
                .forEach(it -> surest.putIfAbsent(it.identity(), it.certainty()));
        return surest;
    }

    private static Optional<Certainty> certainty(Holder holder) {
        return switch (holder.administers()) {
            case Evaluation.Allowed _ -> Optional.of(Certainty.CERTAIN);
            case Evaluation.Conditional _, Evaluation.Unknown _ -> Optional.of(Certainty.POSSIBLE);
            case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> Optional.empty();
        };
    }
}
