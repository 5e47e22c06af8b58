package dev.curfew.connector.opengraph.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.opengraph.file.GraphEdge.MatchBy;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Problem;
import dev.curfew.model.port.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphFileTest {

    @Test
    void readsNodesAndEdgesInEitherOrderAndKeepsOnlyKnownProperties() throws Exception {
        Graph graph = read("""
                {"metadata": {"source_kind": "Base"}, "graph": {
                  "edges": [{"kind": "Owns", "start": {"value": "a"}, "end": {"value": "B@X", "match_by": "name"},
                             "properties": {"actions": ["read", "write"], "isacl": true}}],
                  "nodes": [{"id": "a", "kinds": ["Person", "Base"],
                             "properties": {"name": "A", "description": "password: canary", "enabled": false}}]}}
                """);

        assertThat(graph.nodes()).singleElement().satisfies(node -> {
            assertThat(node.id()).isEqualTo("a");
            assertThat(node.kinds()).containsExactly("Person", "Base");
            assertThat(node.properties()).containsOnlyKeys("name", "enabled");
        });
        assertThat(graph.edges()).singleElement().satisfies(edge -> {
            assertThat(edge.start()).isEqualTo(new GraphEdge.End(MatchBy.ID, "a", ""));
            assertThat(edge.end()).isEqualTo(new GraphEdge.End(MatchBy.NAME, "B@X", ""));
            assertThat(edge.texts("actions")).containsExactly("read", "write");
            assertThat(edge.properties()).doesNotContainKey("isacl");
        });
    }

    @Test
    void aNodeThatIsThereTwiceIsOneNodeWithThePropertiesOfBoth() throws Exception {
        Graph graph = read("""
                {"graph": {"nodes": [
                  {"id": "a", "kinds": ["Person"], "properties": {"name": "A", "owner": "ann"}},
                  {"id": "a", "kinds": ["Base"], "properties": {"name": "A2"}}]}}
                """);

        assertThat(graph.nodes())
                .containsExactly(
                        new GraphNode("a", List.of("Person"), Map.of("name", List.of("A2"), "owner", List.of("ann"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                              | EMPTY      |
            {"graph": {"nodes": [                                           | TRUNCATED  | line 1
            {"graph": {"nodes": [nonsense]}}                                | UNREADABLE | $.graph.nodes[0]
            {"data": [], "meta": {"type": "users"}}                         | FOREIGN    | expected an OpenGraph file
            []                                                              | FOREIGN    | line 1, column 1
            {"graph": {"nodes": [], "edges": []}}                           | EMPTY      |
            {"graph": {"nodes": {}}}                                        | WRONG_TYPE | $.graph.nodes
            {"graph": {"nodes": [{"kinds": ["A"]}]}}                        | MISSING    | $.graph.nodes[0]
            {"graph": {"nodes": [{"id": "a"}]}}                             | MISSING    | kinds
            {"graph": {"nodes": [{"id": "a", "kinds": []}]}}                | BAD_VALUE  | $.graph.nodes[0].kinds
            {"graph": {"nodes": [{"id": 7, "kinds": ["A"]}]}}               | WRONG_TYPE | $.graph.nodes[0].id
            {"graph": {"edges": [{"kind": "A", "start": {"value": "a"}}]}}  | MISSING    | end
            {"graph": {"edges": [{"kind": "A", "start": {"value": "a", "match_by": "luck"}, "end": {"value": "b"}}]}} \
            | BAD_VALUE | $.graph.edges[0].start.match_by
            {"graph": {"nodes": [{"id": "a", "kinds": ["A"]}]}} {}          | UNREADABLE |
            """)
    void refusesWhatIsNotOneAndSaysWhere(String text, Problem problem, String place) {
        assertThatThrownBy(() -> read(text == null ? "" : text)).isInstanceOfSatisfying(MalformedException.class, e -> {
            assertThat(e.problem()).as(e.sentence()).isEqualTo(problem);
            assertThat(e.sentence()).contains(place == null ? "" : place);
        });
    }

    @Test
    void stopsWhenItIsCancelled() {
        String node = "{\"id\": \"a\", \"kinds\": [\"A\"]}";
        String text = "{\"graph\": {\"nodes\": [" + String.join(",", Collections.nCopies(6_000, node)) + "]}}";
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read(text)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static Graph read(String text) throws IOException, InterruptedException {
        return GraphFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Progress.SILENT);
    }
}
