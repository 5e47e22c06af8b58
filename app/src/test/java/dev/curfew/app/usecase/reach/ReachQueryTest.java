package dev.curfew.app.usecase.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.port.Store;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachQueryTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Provenance FROM = new Provenance("all", "test", "{}");
    private static final IdentityId ROLE = IdentityId.of("bao", "approle/approle/app");
    private static final ResourceId SECRET = ResourceId.of("bao", "path/secret/a");
    private static final ResourceId OTHER = ResourceId.of("bao", "path/secret/b");

    private Snapshot newest = snapshot(1, "secret/a");

    private final Estate estate = new Estate(
            new Store() {
                @Override
                public Snapshot current() {
                    return newest;
                }

                @Override
                public Snapshot asOf(Instant moment) {
                    return newest;
                }
            },
            () -> _ -> true,
            InstantSource.fixed(NOW));

    @Test
    void afterEverySyncTheGraphIsThatOfTheNewestSnapshot() {
        ReachQuery query = new ReachQuery(estate, GraphKeep.NONE);
        assertThat(reached(query)).contains(SECRET).doesNotContain(OTHER);
        EstateGraph first = query.access();

        newest = snapshot(2, "secret/b");
        estate.refresh();

        assertThat(query.access()).isNotSameAs(first);
        assertThat(query.access().index()).isSameAs(estate.current());
        assertThat(reached(query)).contains(OTHER).doesNotContain(SECRET);
        SnapshotIndex anew = new SnapshotIndex(newest);
        assertThat(query.access().reach(ROLE))
                .isEqualTo(EstateGraph.of(anew, new BlastRadius(anew)).reach(ROLE));
    }

    @Test
    void aSyncThatNobodyAskedAboutIsLeftOut() {
        ReachQuery query = new ReachQuery(estate, GraphKeep.NONE);
        query.access();
        newest = snapshot(2, "secret/a");
        estate.refresh();
        query.of(ROLE);
        newest = snapshot(3, "secret/b");
        estate.refresh();

        assertThat(reached(query)).contains(OTHER).doesNotContain(SECRET);
    }

    private static List<EntityId> reached(ReachQuery query) {
        return query.access().reach(ROLE).reached().stream()
                .map(Reached::target)
                .toList();
    }

    private static Snapshot snapshot(long number, String path) {
        PolicyId policy = PolicyId.of("bao", "policy/app");
        String text = "path \"" + path + "\" { capabilities = [\"read\"] }";
        List<Fact> facts = new ArrayList<>();
        facts.add(new Identity(
                ROLE,
                "openbao.approle",
                "app",
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved("test"),
                Map.of(),
                FROM));
        facts.add(new Policy(policy, "openbao.acl", "app", text, FROM));
        facts.add(new Grant(ROLE, policy, GrantRole.IDENTITY, "", FROM));
        return new SnapshotBuilder().addAll(facts).build(number, NOW.plusSeconds(number));
    }
}
