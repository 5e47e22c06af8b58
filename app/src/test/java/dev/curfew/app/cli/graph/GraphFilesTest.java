package dev.curfew.app.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/// The sample's access graph as files, and back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphFilesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final String CI_ROLE = "sample-aws:arn:aws:iam::111122223333:role/ci-deployer";

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), CLOCK);

    @BeforeAll
    void theSampleIsOpen(@TempDir Path home) {
        bench = CommandBench.withTheSample(home);
    }

    @Test
    void everyStepComesBackFromAnOpenGraphFile(@TempDir Path elsewhere) throws Exception {
        Path file = written("whole.json");
        CommandBench other = new CommandBench(elsewhere, CLOCK);
        other.run("init");
        Answer read = other.run("import", "opengraph", file.toString(), "--name", "back");
        assertThat(read.exitCode()).as(read.err()).isZero();
        Path again = elsewhere.resolve("again.json");
        assertThat(other.run("graph", again.toString()).exitCode()).isZero();

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(steps(again, "back:")).containsExactlyInAnyOrderElementsOf(steps(file, ""));
    }

    @Test
    void aPartHoldsWhatIsReachedAndNoMore() throws Exception {
        Path file = written("part.json", "--from", CI_ROLE);
        Set<String> reached = new HashSet<>(bench.json("reach", CI_ROLE).items().findValuesAsText("target"));
        Set<String> nodes = new HashSet<>(tree(file).at("/graph/nodes").findValuesAsText("id"));

        assertThat(nodes).contains(CI_ROLE).containsAll(reached);
        assertThat(nodes)
                .isSubsetOf(new HashSet<>(
                        tree(written("all.json")).at("/graph/nodes").findValuesAsText("id")));
        assertThat(steps(file, "")).isSubsetOf(steps(written("every.json"), ""));
    }

    @Test
    void aReverseViewHoldsWhoeverReachesAThing() throws Exception {
        Path file = written("reverse.json", "--to", CI_ROLE);

        assertThat(new HashSet<>(tree(file).at("/graph/nodes").findValuesAsText("id")))
                .contains(CI_ROLE)
                .containsAll(bench.json("who-reaches", CI_ROLE).items().findValuesAsText("who"));
    }

    @Test
    void graphMlHoldsTheSameNodesAndSteps() throws Exception {
        JsonNode graph = tree(written("same.json")).path("graph");
        Document xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(written("same.graphml").toFile());

        assertThat(xml.getElementsByTagName("node").getLength())
                .isEqualTo(graph.path("nodes").size());
        NodeList edges = xml.getElementsByTagName("edge");
        assertThat(edges.getLength()).isEqualTo(graph.path("edges").size());
        for (int i = 0; i < edges.getLength(); i++) {
            JsonNode edge = graph.path("edges").get(i);
            assertThat(edges.item(i).getAttributes().getNamedItem("source").getNodeValue())
                    .isEqualTo(edge.at("/start/value").asText());
            assertThat(edges.item(i).getAttributes().getNamedItem("target").getNodeValue())
                    .isEqualTo(edge.at("/end/value").asText());
        }
    }

    @Test
    void aListIsAStartAndItsUnnamedLinesAreToldByNumberOnly() {
        Path list = bench.file("leaked.txt", "\n" + CI_ROLE + "\n\ncanary-value\n");
        Answer answer = bench.json("reach", "--file", list.toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("4").doesNotContain("canary-value");
        assertThat(new TreeSet<>(answer.items().findValuesAsText("target")))
                .isEqualTo(new TreeSet<>(bench.json("reach", CI_ROLE).items().findValuesAsText("target")));
    }

    @Test
    void aListThatIsNoListOfIdsIsNotReadWhole() throws IOException {
        Path endless = Path.of("/dev/zero");
        Path large = bench.file("large.txt", "x".repeat(5 << 20));

        assertThat(bench.run("reach", "--file", large.toString()).err()).contains("large.txt holds more than");
        if (Files.exists(endless)) {
            assertThat(bench.run("reach", "--file", endless.toString()).exitCode())
                    .isEqualTo(2);
        }
    }

    @Test
    void whatCannotBeWrittenLeavesNothing() {
        Path taken = bench.file("taken.json", "mine");
        Path unknown = bench.home().resolve("graph.txt");

        assertThat(bench.run("graph", taken.toString()).exitCode()).isEqualTo(2);
        assertThat(taken).hasContent("mine");
        assertThat(bench.run("graph", unknown.toString()).err()).contains("graph.txt");
        assertThat(unknown).doesNotExist();
        assertThat(bench.run("graph", bench.home().resolve("both.json").toString(), "--from", CI_ROLE, "--to", CI_ROLE)
                        .exitCode())
                .isNotZero();
    }

    private Path written(String name, String... more) {
        Path file = bench.home().resolve(name);
        String[] typed = new String[more.length + 2];
        typed[0] = "graph";
        typed[1] = file.toString();
        System.arraycopy(more, 0, typed, 2, more.length);
        Answer answer = bench.run(typed);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return file;
    }

    /// From where to where, without the source's name in front.
    private static Set<String> steps(Path file, String prefix) throws IOException {
        Set<String> steps = new TreeSet<>();
        for (JsonNode edge : tree(file).at("/graph/edges")) {
            steps.add(edge.at("/start/value").asText().substring(prefix.length()) + " -> "
                    + edge.at("/end/value").asText().substring(prefix.length()));
        }
        return steps;
    }

    private static JsonNode tree(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }
}
