package dev.curfew.app.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The access graph's questions, asked of the sample on the command line.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphCommandsTest {
    private static final String CI_ROLE = "sample-aws:arn:aws:iam::111122223333:role/ci-deployer";

    private static final String MIGRATOR = "sample-kubernetes:serviceaccount/migration/db-migrator";

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());

    @BeforeAll
    void theSampleIsOpen(@TempDir Path home) {
        bench = CommandBench.withTheSample(home);
    }

    @Test
    void whoeverReachesAThingHasItInItsReachAndTheOtherWayRound() {
        JsonNode reached = ask("reach", CI_ROLE);
        String target = reached.get(reached.size() - 1).path("target").asText();
        JsonNode reachers = ask("who-reaches", target);

        assertThat(reachers).anySatisfy(item -> {
            assertThat(item.path("who").asText()).isEqualTo(CI_ROLE);
            assertThat(item.path("certainty").asText())
                    .isEqualTo(reached.get(reached.size() - 1).path("certainty").asText());
        });
        assertThat(ask("reach", reachers.get(0).path("who").asText()))
                .anySatisfy(item -> assertThat(item.path("target").asText()).isEqualTo(target));
    }

    @Test
    void aThingIsAskedAboutByTheNameThatIsShown() {
        assertThat(ask("who-reaches", "harbourlight-customers"))
                .isEqualTo(ask("who-reaches", "sample-aws:arn:aws:s3:::harbourlight-customers"))
                .isNotEmpty();
    }

    @Test
    void theFirstPathIsTheOneThatReachTells() {
        JsonNode reached = ask("reach", CI_ROLE);
        JsonNode last = reached.get(reached.size() - 1);
        JsonNode paths = ask("paths", CI_ROLE, last.path("target").asText(), "-k", "4");

        assertThat(paths.get(0).path("certainty")).isEqualTo(last.path("certainty"));
        assertThat(paths).allSatisfy(item -> {
            assertThat(item.path("path").get(0).path("from").asText()).isEqualTo(CI_ROLE);
            assertThat(item.path("path").get(item.path("path").size() - 1).path("to"))
                    .isEqualTo(last.path("target"));
        });
        assertThat(new ArrayList<>(paths.findValues("path"))).doesNotHaveDuplicates();
    }

    @Test
    void chokePointsTellWhatIsLostHeaviestFirst() {
        JsonNode chokes = ask("choke-points", MIGRATOR, "--limit", "5");

        assertThat(chokes).isNotEmpty();
        assertThat(chokes.findValuesAsText("weight").stream().map(Long::valueOf).toList())
                .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(chokes)
                .allSatisfy(item -> assertThat(item.path("lost").asInt()).isGreaterThan(1));
    }

    @Test
    void everyIdentityIsRankedOnceAndWeightsCanBeOthers() {
        JsonNode ranked = ask("rank");
        Path weights = bench.file("weights.properties", """
                sensitivity.HIGH=0
                sensitivity.ELEVATED=0
                sensitivity.LOW=0
                sensitivity.UNKNOWN=0
                whole=0
                identity=0
                """);

        assertThat(ranked.findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(ask("identities").findValuesAsText("id"));
        assertThat(ranked.findValuesAsText("certain").stream()
                        .map(Long::valueOf)
                        .toList())
                .isSortedAccordingTo((one, other) -> Long.compare(other, one))
                .first()
                .satisfies(most -> assertThat(most).isPositive());
        assertThat(ask("rank", "--weights", weights.toString()).findValuesAsText("possible"))
                .containsOnly("0");
    }

    @Test
    void weightsThatSaySomethingElseAreRefusedWithTheLine() {
        Answer answer = bench.run(
                "rank",
                "--weights",
                bench.file("wrong.properties", "colour=7\n").toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("\"colour\"");
    }

    @Test
    void aPolicyDetachedInThoughtShowsWhatIsCutWhoBreaksAndLeavesTheEstateAlone() {
        JsonNode before = ask("reach", CI_ROLE);
        String policy = "";
        for (JsonNode hop :
                before.findValues("path").stream().map(path -> path.get(0)).toList()) {
            policy = hop.path("kind").asText().equals("HOLDS") ? hop.path("to").asText() : policy;
        }
        JsonNode effects = ask("what-if", "--detach", CI_ROLE, policy, "--of", CI_ROLE);
        List<String> told = effects.findValuesAsText("effect");

        // what is cut and what is left by other ways are together what was reached
        assertThat(told).contains("breaks").doesNotContain("gained");
        assertThat(told.stream().filter(it -> !it.equals("breaks"))).hasSize(before.size());
        assertThat(effects.get(0).path("id").asText()).isEqualTo(CI_ROLE);
        assertThat(effects.get(0).at("/lastUse/state").asText()).isEqualTo("seen");
        assertThat(ask("reach", CI_ROLE)).isEqualTo(before);
    }

    @Test
    void aChangeThatWouldChangeNothingIsRefused() {
        assertThat(bench.run("what-if").exitCode()).isEqualTo(1);
        assertThat(bench.run("what-if", "--detach", CI_ROLE, "sample-openbao:policy/break-glass")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void answersHaveTheFourFields() {
        for (List<String> typed : List.of(
                List.of("who-reaches", CI_ROLE),
                List.of("paths", CI_ROLE, "sample-aws:arn:aws:iam::111122223333:root"),
                List.of("choke-points", CI_ROLE),
                List.of("rank"))) {
            Answer answer = bench.json(typed.toArray(new String[0]));

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.json().fieldNames())
                    .toIterable()
                    .containsExactly("schema", "snapshot", "coverage", "items");
        }
    }

    private JsonNode ask(String... typed) {
        Answer answer = bench.json(typed);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.items();
    }
}
