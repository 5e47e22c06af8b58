package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The ways to say what is to be cut off: by a list, by what leaked, by an id that may be of two sources.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillNamingTest {
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private final List<Moto.AccessKey> keys = new ArrayList<>();

    @BeforeAll
    void oneAccountConnectedTwice(Moto moto, @TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        AwsPlace place = AwsPlace.fresh(moto, 0);
        for (String user : List.of("one", "two")) {
            moto.iam("CreateUser", Map.of("UserName", user)).ok();
            keys.add(moto.accessKey(user));
            keys.add(moto.accessKey(user));
        }
        place.connect(bench);
        Shipped.connect(bench, "again", moto, place.own(), "--environment", "test");
        assertThat(bench.run("sync").exitCode()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
    }

    private static List<String> credentials(JsonNode rows) {
        List<String> all = new ArrayList<>();
        rows.forEach(row -> all.add(row.path("credential").asText()));
        return all;
    }

    private String found(int key) {
        return "aws_access_key_id=" + keys.get(key).id() + "\naws_secret_access_key="
                + keys.get(key).secret().reveal();
    }

    @Test
    void anIdOfTwoSourcesIsNeverActedOn() {
        Answer answer = bench.as("ada", "kill", keys.getFirst().id(), "--reason", "it leaked");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err())
                .contains(
                        "aws:" + keys.getFirst().id(),
                        "again:" + keys.getFirst().id());
    }

    @Test
    void whatIsNoTimeIsSaidBeforeAnythingIsDone() {
        int before = bench.json("revoke", "list").items().size();
        String key = "aws:" + keys.getFirst().id();

        Answer answer = bench.as("ada", "kill", key, "--reason", "it leaked", "--since", "yesterday");

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(2);
        assertThat(bench.json("revoke", "list").items()).hasSize(before);
    }

    @Test
    void aListNamesIdsALineEach() {
        Path list = bench.file(
                "leaked.txt",
                "# found on Friday\n\naws:" + keys.get(0).id() + "\naws:"
                        + keys.get(1).id() + "\n");

        Answer answer = bench.as("ada", "kill", "--file", list.toString(), "--preview", "--reason", "they leaked");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(credentials(answer.item().at("/preview/credentials")))
                .containsExactlyInAnyOrder(
                        "aws:" + keys.get(0).id(), "aws:" + keys.get(1).id());
        assertThat(bench.as(
                                "ada",
                                "kill",
                                "--file",
                                bench.file("empty.txt", "# nothing\n").toString(),
                                "--reason",
                                "none")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void whatLeakedIsCutOffAndTriedWithItself() {
        Path file = bench.file("found", found(2));

        Answer answer = bench.as("ada", "kill", "--leaked-file", file.toString(), "--reason", "found in a log");

        assertThat(credentials(answer.items()))
                .as(answer.err())
                .contains("aws:" + keys.get(2).id());
        for (JsonNode row : answer.items()) {
            assertThat(row.path("credential").asText()).endsWith(keys.get(2).id());
        }
        assertThat(bench.seen()).doesNotContain(keys.get(2).secret().reveal());
    }

    @Test
    void whatLeakedIsTakenFromStandardInput() {
        Answer answer = bench.bare(
                bench.environment(),
                found(3),
                List.of(),
                "leaked",
                "--leaked-stdin",
                "--since",
                "1h",
                "--format",
                "json");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(credentials(answer.items())).contains("aws:" + keys.get(3).id());
        assertThat(answer.err()).contains("usually refused within", "What aws:");
        assertThat(bench.seen()).doesNotContain(keys.get(3).secret().reveal());
    }
}
