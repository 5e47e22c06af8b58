package dev.curfew.analysis.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SketchTest {
    private final Estate estate = Estate.of("bao");
    private final IdentityId role = estate.identity("openbao.approle", "approle/approle/app");

    @Test
    void aSmallReachIsDrawnAsItIs() {
        estate.resource("openbao.path", "path/secret/a", Sensitivity.HIGH);
        estate.grant(role, estate.acl("p", "path \"secret/a\" { capabilities = [\"read\"] }"));

        Sketch sketch = sketch(150);

        assertThat(sketch.nodes())
                .extracting(
                        SketchNode::key, SketchNode::layer, SketchNode::name, SketchNode::kind, SketchNode::sensitivity)
                .containsExactly(
                        tuple("bao:approle/approle/app", 0, "app", "openbao.approle", Sensitivity.UNKNOWN),
                        tuple("bao:policy/p", 1, "p", "openbao.acl", Sensitivity.UNKNOWN),
                        tuple("bao:path/secret/a", 2, "secret/a", "openbao.path", Sensitivity.HIGH));
        assertThat(sketch.edges())
                .extracting(SketchEdge::from, SketchEdge::to, SketchEdge::kind, SketchEdge::fate)
                .containsExactly(
                        tuple("bao:approle/approle/app", "bao:policy/p", HopKind.HOLDS, Fate.KEPT),
                        tuple("bao:policy/p", "bao:path/secret/a", HopKind.READS, Fate.KEPT));
    }

    @Test
    void seenFromTheTargetLayersCountBackwards() {
        EntityId secret = estate.resource("openbao.path", "path/secret/a", Sensitivity.HIGH);
        estate.grant(role, estate.acl("p", "path \"secret/a\" { capabilities = [\"read\"] }"));
        SnapshotIndex index = estate.index();
        List<List<Hop>> paths = paths(index).stream()
                .filter(path -> path.getLast().to().equals(secret))
                .toList();

        Sketch sketch = Sketch.of(Strands.of(List.of(secret), Direction.BACKWARD, paths), index, Folding.START);

        assertThat(sketch.nodes())
                .extracting(SketchNode::key, SketchNode::layer)
                .containsExactly(
                        tuple("bao:path/secret/a", 0), tuple("bao:policy/p", 1), tuple("bao:approle/approle/app", 2));
        assertThat(sketch.edges())
                .extracting(SketchEdge::from, SketchEdge::to)
                .contains(tuple("bao:policy/p", "bao:path/secret/a"));
    }

    @Test
    void alikeNodesAreFoldedAndTheSensitiveOneIsNot() {
        many(400);
        estate.resource("openbao.path", "path/secret/crown", Sensitivity.HIGH);

        Sketch sketch = sketch(20);

        assertThat(fold(sketch).members()).hasSize(400);
        assertThat(sketch.nodes()).extracting(SketchNode::key).contains("bao:path/secret/crown");
    }

    @Test
    void anOpenedFoldShowsSomeMoreOfItAndKeepsItsName() {
        many(100);
        String key = fold(sketch(20)).key();

        Sketch opened = sketch(new Folding(20, Map.of()).open(key));
        Sketch further = sketch(new Folding(20, Map.of()).open(key).open(key).open(key));
        Sketch closed = sketch(new Folding(20, Map.of()).open(key).close(key));

        assertThat(fold(opened).members()).hasSize(60);
        assertThat(fold(opened).key()).isEqualTo(key);
        assertThat(opened.nodes()).filteredOn(node -> node.foldOf().equals(key)).hasSize(40);
        assertThat(further.nodes()).noneMatch(SketchNode::folded);
        assertThat(closed).isEqualTo(sketch(20));
    }

    @Test
    void openingStopsWhereAPictureWouldTakeTooLong() {
        Folding folding = Folding.START;
        for (int i = 0; i < 100; i++) {
            folding = folding.open("fold:" + i);
        }

        assertThat(folding.isFull()).isTrue();
        assertThat(folding.openedInAll()).isEqualTo(Folding.OPENED_MAX);
    }

    @Test
    void manyStartsAreFoldedToo() {
        List<EntityId> starts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            starts.add(estate.identity("openbao.approle", "approle/approle/many-" + i));
        }

        Sketch sketch = Sketch.of(Strands.of(starts, Direction.FORWARD, List.of()), estate.index(), Folding.START);

        assertThat(sketch.nodes())
                .singleElement()
                .satisfies(fold -> assertThat(fold.members()).hasSize(50));
    }

    @Test
    void aFoldHoldsOnlyWhatHasTheSameFate() {
        many(100);
        SnapshotIndex index = estate.index();
        Strands strands = new Strands(
                List.of(role),
                Direction.FORWARD,
                paths(index),
                hop -> hop.to().nativeId().endsWith("7") ? Fate.LOST : Fate.KEPT);

        Sketch sketch = Sketch.of(strands, index, new Folding(20, Map.of()));

        assertThat(sketch.nodes())
                .filteredOn(node -> node.fate() == Fate.LOST)
                .allSatisfy(node -> assertThat(node.members())
                        .allMatch(member -> member.nativeId().endsWith("7")));
        assertThat(sketch.nodes().stream()
                        .filter(node -> node.fate() == Fate.LOST)
                        .mapToInt(node -> node.members().size())
                        .sum())
                .isEqualTo(10);
    }

    @Test
    void whateverTheLimitNothingIsLostDoubledOrLeftHanging() {
        many(90);
        Set<Object> all = paths(estate.index()).stream()
                .flatMap(List::stream)
                .map(Hop::to)
                .collect(Collectors.toSet());
        all.add(role);

        for (int limit : List.of(4, 10, 60, 91, 1_000)) {
            Sketch sketch = sketch(limit);
            List<String> keys = sketch.nodes().stream().map(SketchNode::key).toList();
            assertThat(keys).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(Math.max(limit, 4));
            assertThat(new HashSet<Object>(sketch.nodes().stream()
                            .flatMap(it -> it.members().stream())
                            .toList()))
                    .isEqualTo(all);
            assertThat(sketch.edges()).allSatisfy(edge -> assertThat(keys).contains(edge.from(), edge.to()));
        }
    }

    private static SketchNode fold(Sketch sketch) {
        return sketch.nodes().stream().filter(SketchNode::folded).findFirst().orElseThrow();
    }

    private Sketch sketch(int limit) {
        return sketch(new Folding(limit, Map.of()));
    }

    private Sketch sketch(Folding folding) {
        SnapshotIndex index = estate.index();
        return Sketch.of(Strands.of(List.of(role), Direction.FORWARD, paths(index)), index, folding);
    }

    private List<List<Hop>> paths(SnapshotIndex index) {
        Reach reach = new BlastRadius(index).of(role);
        return reach.reached().stream().map(Reached::path).toList();
    }

    private void many(int count) {
        for (int i = 0; i < count; i++) {
            estate.resource("openbao.path", "path/secret/x" + i, Sensitivity.LOW);
        }
        estate.grant(role, estate.acl("p", "path \"secret/*\" { capabilities = [\"read\"] }"));
    }
}
