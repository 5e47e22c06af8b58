package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import dev.curfew.testbed.kubernetes.ControllerManager;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/// An agent with credentials at five real servers is cut off at all of them by one command. The tests are the steps of
/// one story.
@WithOpenBao
@WithMoto
@WithKubernetes
@WithPostgreSql
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillChainTest {
    private static final String AGENT = "report-agent";

    /// Seen: 10 s at Kubernetes. A busy machine adds to that.
    private static final int PROVED_WITHIN_SECONDS = 60;

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, String> held = new LinkedHashMap<>();
    private final List<String> valueOptions = new ArrayList<>();

    @BeforeAll
    void fiveServersAndAnAgent(
            OpenBao openBao,
            Moto moto,
            Kubernetes kubernetes,
            PostgreSql postgres,
            Keycloak keycloak,
            @TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        open.add(ControllerManager.start(kubernetes));
        List<Place> places = List.of(
                new BaoPlace(openBao, 3, true),
                AwsPlace.fresh(moto, 2),
                new KubernetesPlace(kubernetes, Kubectl.of(kubernetes), 2),
                new PostgresPlace(postgres, 2),
                KeycloakPlace.fresh(keycloak, "agents", 2));
        for (Place place : places) {
            held.putAll(place.agent(AGENT));
            place.connect(bench);
        }
        Moto.Enforcement enforced = moto.enforceAuthentication();
        open.add(enforced);
        held.forEach((id, value) -> {
            Path file = bench.file("value-" + valueOptions.size(), value);
            valueOptions.add("--value-file=" + id + "=" + file);
        });
        Answer synced = bench.run("sync");
        assertThat(synced.exitCode()).as(synced.err()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
    }

    @AfterAll
    void nothingIsLeftRunning() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private Answer kill(String... more) {
        List<String> words = new ArrayList<>(List.of("kill", "--reason", "it went rogue"));
        words.addAll(List.of(more));
        return bench.as("ada", words.toArray(String[]::new));
    }

    @Test
    @Order(1)
    void whatNobodyKnowsIsNeverActedOn() {
        Answer answer = kill("AKIANOBODYKNOWSTHIS0", "--agent", "nobody");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("AKIANOBODYKNOWSTHIS0", "nobody");
        assertThat(bench.json("revoke", "list").items()).isEmpty();
    }

    @Test
    @Order(2)
    void thePreviewNamesAllOfTheAgentAndChangesNothing() {
        Answer answer = kill("--agent", AGENT, "--preview");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode plan = answer.item();
        List<String> credentials = new ArrayList<>();
        plan.at("/preview/credentials")
                .forEach(one -> credentials.add(one.path("credential").asText()));
        assertThat(credentials).containsExactlyInAnyOrderElementsOf(held.keySet());
        assertThat(plan.path("records")).isEmpty();
        List<String> phases = new ArrayList<>();
        plan.at("/preview/phases").forEach(phase -> phases.add(phase.asText()));
        assertThat(phases.indexOf("ENDING")).isGreaterThan(phases.lastIndexOf("CONTAINMENT"));
        assertThat(phases.indexOf("DELETION")).isGreaterThan(phases.lastIndexOf("ENDING"));
    }

    @Test
    @Order(3)
    void theValueOfEachTellsWhoseItIsAndChangesNothing() {
        held.forEach((id, value) -> {
            String found = value;
            if (id.startsWith("aws:")) {
                found = "aws_access_key_id=" + id.substring("aws:".length()) + "\naws_secret_access_key=" + value;
            } else if (id.startsWith("pg:")) {
                String role = id.substring("pg:login/".length(), id.indexOf('#'));
                found = "user='" + role + "' password='" + value + "'";
            }
            Answer answer = bench.json(
                    "leaked", "--leaked-file", bench.file("found", found).toString());

            assertThat(answer.exitCode()).as(id + answer.err()).isZero();
            List<String> whose = new ArrayList<>();
            for (JsonNode item : answer.items()) {
                whose.add(item.path("credential").asText());
                assertThat(item.path("name").asText()).endsWith(AGENT);
            }
            assertThat(whose)
                    .as("a token in a secret is its account's too, and ends with either")
                    .contains(id)
                    .hasSizeLessThan(3);
        });
        assertThat(bench.json(
                                "leaked",
                                "--leaked-file",
                                bench.file("found", "nobody's-password-0815").toString())
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    void oneCommandEndsItEverywhereAndProvesIt() {
        Answer answer = kill(with("--agent", AGENT));

        assertThat(answer.items()).hasSize(held.size());
        for (JsonNode row : answer.items()) {
            assertThat(row.at("/proof/state").asText()).as(row.toPrettyString()).isIn("Proved", "ProvedAfter");
            row.path("steps")
                    .forEach(step -> assertThat(step.path("state").asText()).isEqualTo("ACTED"));
        }
        assertThat(answer.err()).as("its AppRole ends with its secret ids").doesNotContain("Left alone");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    @Test
    @Order(5)
    void noProofWaitedForAnother() {
        JsonNode plan = bench.json("revoke", "list").items().get(1);
        Instant begun = first(plan.path("records"));
        for (JsonNode proof : plan.path("proofs")) {
            assertThat(Instant.parse(proof.path("at").asText())).isBefore(begun.plusSeconds(PROVED_WITHIN_SECONDS));
        }
        Instant lastAct = Instant.MIN;
        for (JsonNode record : plan.path("records")) {
            Instant at = Instant.parse(record.path("at").asText());
            lastAct = at.isAfter(lastAct) ? at : lastAct;
        }
        System.out.println("kill: last act " + Duration.between(begun, lastAct).toMillis() + " ms after the first");
    }

    private static Instant first(JsonNode records) {
        Instant first = Instant.MAX;
        for (JsonNode record : records) {
            Instant at = Instant.parse(record.path("at").asText());
            first = at.isBefore(first) ? at : first;
        }
        return first;
    }

    @Test
    @Order(6)
    void noValueIsInAnythingThatWasPrinted() {
        held.values().forEach(value -> assertThat(bench.seen()).doesNotContain(value));
    }

    private String[] with(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(valueOptions);
        return all.toArray(String[]::new);
    }
}
