package dev.curfew.analysis.reach.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.RandomEstate;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TowardsTest {
    private static final int ESTATES = 300;
    private static final int ROUNDS = 8;

    @Test
    void whoIsPassedOverHasNoStepThere() {
        int passedOver = 0;
        int found = 0;
        for (int seed = 0; seed < ESTATES; seed++) {
            SnapshotIndex index = RandomEstate.of(seed).index();
            BlastRadius radius = new BlastRadius(index);
            List<EntityId> all = EstateGraph.of(index, radius).graph().entities();
            Random random = new Random(seed);
            for (int round = 0; round < ROUNDS; round++) {
                Set<EntityId> targets = some(all, random);
                Towards towards = radius.towards(targets);
                for (EntityId from : all) {
                    List<Route> steps = radius.steps(from).stream()
                            .filter(step -> targets.contains(step.target()))
                            .toList();

                    assertThat(towards.of(from))
                            .as("seed %d, from %s to %s", seed, from, targets)
                            .containsExactlyInAnyOrderElementsOf(steps);
                    assertThat(towards.isPossible(from)).isIn(true, !steps.isEmpty());
                    passedOver += towards.isPossible(from) ? 0 : 1;
                    found += steps.size();
                }
            }
        }
        assertThat(found).isGreaterThan(ESTATES * ROUNDS);
        assertThat(passedOver).isGreaterThan(ESTATES * ROUNDS);
    }

    private static Set<EntityId> some(List<EntityId> all, Random random) {
        Set<EntityId> some = new HashSet<>();
        int size = 1 + random.nextInt(2);
        while (some.size() < size) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }
}
