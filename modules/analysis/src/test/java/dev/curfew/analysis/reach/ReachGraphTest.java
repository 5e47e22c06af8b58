package dev.curfew.analysis.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReachGraphTest {
    private final Estate estate = Estate.of("bao");
    private final IdentityId role = estate.identity("openbao.approle", "approle/approle/app");

    @Test
    void aSmallReachIsDrawnAsItIs() {
        estate.resource("openbao.path", "path/secret/a", Sensitivity.HIGH);
        estate.grant(role, estate.acl("p", "path \"secret/a\" { capabilities = [\"read\"] }"));

        ReachGraph graph = graph(150);

        assertThat(graph.nodes())
                .extracting(ReachNode::key, ReachNode::layer, ReachNode::name, ReachNode::kind, ReachNode::sensitivity)
                .containsExactly(
                        tuple("bao:approle/approle/app", 0, "app", "openbao.approle", Sensitivity.UNKNOWN),
                        tuple("bao:policy/p", 1, "p", "openbao.acl", Sensitivity.UNKNOWN),
                        tuple("bao:path/secret/a", 2, "secret/a", "openbao.path", Sensitivity.HIGH));
        assertThat(graph.edges())
                .extracting(ReachEdge::from, ReachEdge::to, ReachEdge::kind)
                .containsExactly(
                        tuple("bao:approle/approle/app", "bao:policy/p", HopKind.HOLDS),
                        tuple("bao:policy/p", "bao:path/secret/a", HopKind.READS));
    }

    @Test
    void alikeNodesAreFoldedAndTheSensitiveOneIsNot() {
        many(400);
        estate.resource("openbao.path", "path/secret/crown", Sensitivity.HIGH);

        ReachGraph graph = graph(20);

        assertThat(graph.nodes())
                .filteredOn(ReachNode::folded)
                .singleElement()
                .satisfies(fold -> assertThat(fold.members()).hasSize(400));
        assertThat(graph.nodes()).extracting(ReachNode::key).contains("bao:path/secret/crown");
    }

    @Test
    void whateverTheLimitNothingIsLostDoubledOrLeftHanging() {
        many(90);
        Reach reach = new BlastRadius(estate.index()).of(role);
        Set<Object> all = reach.reached().stream()
                .flatMap(it -> it.path().stream())
                .map(Hop::to)
                .collect(Collectors.toSet());
        all.add(role);

        for (int limit : List.of(4, 10, 60, 91, 1_000)) {
            ReachGraph graph = graph(limit);
            List<String> keys = graph.nodes().stream().map(ReachNode::key).toList();
            assertThat(keys).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(Math.max(limit, 4));
            assertThat(new HashSet<Object>(graph.nodes().stream()
                            .flatMap(it -> it.members().stream())
                            .toList()))
                    .isEqualTo(all);
            assertThat(graph.edges()).allSatisfy(edge -> assertThat(keys).contains(edge.from(), edge.to()));
        }
    }

    private ReachGraph graph(int limit) {
        SnapshotIndex index = estate.index();
        return ReachGraph.of(new BlastRadius(index).of(role), index, limit);
    }

    private void many(int count) {
        for (int i = 0; i < count; i++) {
            estate.resource("openbao.path", "path/secret/x" + i, Sensitivity.LOW);
        }
        estate.grant(role, estate.acl("p", "path \"secret/*\" { capabilities = [\"read\"] }"));
    }
}
