package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// An agent was cut off by mistake, with what can be undone, and gets back what was taken. The tests are the steps of
/// one story.
@WithMoto
@WithKeycloak
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TakenBackChainTest {
    private static final String AGENT = "innocent";

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private PostgreSql postgres;
    private final Map<String, String> held = new LinkedHashMap<>();
    private final List<String> values = new ArrayList<>();
    private String plan = "";

    @BeforeAll
    void threeServers(Moto moto, Keycloak keycloak, @TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        postgres = PostgreSql.start();
        bench.run("init");
        for (Place place : List.of(
                AwsPlace.fresh(moto, 1), new PostgresPlace(postgres, 1), KeycloakPlace.fresh(keycloak, "back", 1))) {
            held.putAll(place.agent(AGENT));
            place.connect(bench);
        }
        held.forEach(
                (id, value) -> values.add("--value-file=" + id + "=" + bench.file("value-" + values.size(), value)));
        assertThat(bench.run("sync").exitCode()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    private Answer as(List<String> words, List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return bench.as("ada", all.toArray(String[]::new));
    }

    private JsonNode newest() {
        JsonNode plans = bench.json("revoke", "list").items();
        return plans.get(plans.size() - 1);
    }

    @Test
    @Order(1)
    void whatWasNotRunCannotBeTakenBack() {
        List<String> words = new ArrayList<>(List.of("kill", "--deactivate", "--preview", "--reason", "drill"));
        words.addAll(held.keySet());
        String idle =
                bench.as("ada", words.toArray(String[]::new)).item().path("id").asText();

        Answer answer = bench.as("ada", "revoke", "undo", idle);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("Nothing of " + idle + " can be taken back");
    }

    @Test
    @Order(2)
    void itIsCutOffWithWhatCanBeUndone() {
        List<String> words = new ArrayList<>(List.of("kill", "--deactivate", "--reason", "a false alarm"));
        words.addAll(held.keySet());

        Answer killed = as(words, values);

        assertThat(killed.items()).as(killed.err()).hasSize(3);
        plan = newest().path("id").asText();
    }

    @Test
    @Order(3)
    void whatWouldBeTakenBackIsToldAndNothingIsDone() {
        Answer answer = bench.as("ada", "revoke", "undo", plan, "--preview");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains(
                        "aws.activate-access-key",
                        "postgresql.enable-login",
                        "keycloak.enable-client",
                        "postgresql.terminate-sessions on ");
        assertThat(postgres.query("postgres", "SELECT rolcanlogin FROM pg_roles WHERE rolname = '" + AGENT + "'")
                        .getFirst()
                        .getFirst())
                .isEqualTo("f");
    }

    @Test
    @Order(4)
    void takenBackItWorksAgainAndIsEnteredSigned(Moto moto) {
        Answer answer = as(List.of("revoke", "undo", plan), values);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.items()).hasSize(3);
        for (JsonNode row : answer.items()) {
            assertThat(row.path("state").asText()).as(row.toPrettyString()).isEqualTo("DONE");
            assertThat(row.at("/proof/state").asText()).as(row.toPrettyString()).isEqualTo("StillWorks");
        }
        assertThat(moto.accessKeys(AGENT)).containsValue("Active");
        assertThat(bench.json("ledger", "list").items())
                .filteredOn(entry -> entry.path("type").asText().equals("plan.taken-back"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("actor").asText()).isEqualTo("ada");
                    assertThat(entry.at("/details/signature").asText()).isNotBlank();
                });
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
    }

    @Test
    @Order(5)
    void itIsToldAsTakenBackAndIsNoAlarm() {
        JsonNode after = newest();

        assertThat(after.path("records"))
                .extracting(record -> record.path("state").asText())
                .contains("UNDONE");
        assertThat(after.path("identities"))
                .allMatch(identity -> identity.path("contained").asText().equals("OPEN"));
        assertThat(bench.run("watch", "--once").exitCode()).isZero();
    }

    @Test
    @Order(6)
    void takenBackTwiceIsRefused() {
        Answer answer = bench.as("ada", "revoke", "undo", plan);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("can be taken back");
    }

    @Test
    @Order(7)
    void whatIsDeletedIsNotGivenBackAndThatIsSaid() {
        String key = held.keySet().iterator().next();
        assertThat(bench.as("ada", "kill", key, "--reason", "it was no mistake").items())
                .hasSize(1);
        String deleted = newest().path("id").asText();

        Answer answer = bench.as("ada", "revoke", "undo", deleted);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("aws.delete-access-key on " + key + " cannot be undone");
    }
}
