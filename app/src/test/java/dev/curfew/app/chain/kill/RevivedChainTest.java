package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import dev.curfew.testbed.postgres.PostgreSql;
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

/// An agent is cut off, and somebody brings its credentials back: a key is active again, a role logs in again, a client
/// is enabled again. An agent is cut off for good, and is back: it logs in to its entity, its service account is made
/// anew. The tests are the steps of one story.
@WithMoto
@WithKeycloak
@WithOpenBao
@WithKubernetes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RevivedChainTest {
    private static final String AGENT = "lazarus";
    private static final String RETURNER = "returner";

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private PostgreSql postgres;
    private final List<String> held = new ArrayList<>();

    @BeforeAll
    void threeServers(Moto moto, Keycloak keycloak, @TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        postgres = PostgreSql.start();
        bench.run("init");
        for (Place place : List.of(
                AwsPlace.fresh(moto, 1), new PostgresPlace(postgres, 1), KeycloakPlace.fresh(keycloak, "revived", 1))) {
            held.addAll(place.agent(AGENT).keySet());
            place.connect(bench);
        }
        assertThat(bench.run("sync").exitCode()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    @Order(1)
    void cutOffItIsWatchedAndQuiet() {
        List<String> words = new ArrayList<>(List.of("kill", "--deactivate", "--reason", "drill"));
        words.addAll(held);
        Answer killed = bench.as("ada", words.toArray(String[]::new));
        assertThat(killed.items()).as(killed.err()).hasSize(3);

        Answer watched = bench.run("watch", "--once");

        assertThat(watched.exitCode()).as(watched.err()).isZero();
    }

    /// By somebody else than Curfew.
    private void set(boolean works, Moto moto, Keycloak keycloak) {
        moto.iam(
                        "UpdateAccessKey",
                        Map.of(
                                "UserName",
                                AGENT,
                                "AccessKeyId",
                                held.getFirst().replace("aws:", ""),
                                "Status",
                                works ? "Active" : "Inactive"))
                .ok();
        postgres.run("postgres", "ALTER ROLE \"" + AGENT + "\" " + (works ? "LOGIN" : "NOLOGIN"));
        String client = held.getLast().split("/", -1)[2];
        keycloak.call("PUT", "revived/clients/" + client, Map.of("clientId", AGENT, "enabled", works))
                .ok();
    }

    @Test
    @Order(2)
    void broughtBackEachRaisesAnAlarm(Moto moto, Keycloak keycloak) {
        set(true, moto, keycloak);

        Answer watched = bench.run("watch", "--once");

        assertThat(watched.exitCode()).as(watched.err()).isEqualTo(1);
        assertThat(held).allSatisfy(id -> assertThat(watched.err()).contains("ALARM: " + id));
        assertThat(bench.json("ledger", "list").items())
                .filteredOn(entry -> entry.path("type").asText().equals("credential.revived"))
                .extracting(entry -> entry.at("/details/credential").asText())
                .containsExactlyInAnyOrderElementsOf(held);
    }

    @Test
    @Order(3)
    void theAlarmStandsWithoutBeingRaisedAgain() {
        Answer watched = bench.run("watch", "--once");

        assertThat(watched.exitCode()).isEqualTo(1);
        assertThat(watched.err()).doesNotContain("ALARM").contains(held);
    }

    @Test
    @Order(4)
    void switchedOffAgainByOthersItIsNoAlarmAnyMore(Moto moto, Keycloak keycloak) {
        set(false, moto, keycloak);

        Answer watched = bench.run("watch", "--once");

        assertThat(watched.exitCode()).as(watched.err()).isZero();
        assertThat(watched.err()).doesNotContain(held);
    }

    @Test
    @Order(5)
    void whatIsBackByAnotherCredentialRaisesAnAlarm(OpenBao openBao, Kubernetes kubernetes) {
        Kubectl kubectl = Kubectl.of(kubernetes);
        BaoPlace bao = new BaoPlace(openBao, 1, true);
        KubernetesPlace cluster = new KubernetesPlace(kubernetes, kubectl, 0);
        Map<String, String> agents = new LinkedHashMap<>(bao.agent(RETURNER));
        agents.putAll(cluster.agent(RETURNER));
        bao.connect(bench);
        cluster.connect(bench);
        assertThat(bench.run("sync").exitCode()).isZero();
        Answer killed = bench.as("ada", "kill", "--agent", RETURNER, "--reason", "drill");
        assertThat(killed.items()).as(killed.err()).hasSameSizeAs(agents.keySet());
        assertThat(bench.run("sync").exitCode()).isZero();
        assertThat(bench.run("watch", "--once").err()).doesNotContain(RETURNER);

        String secret = openBao.write("auth/approle/role/" + RETURNER + "/secret-id", Map.of())
                .text("/data/secret_id");
        String role = openBao.read("auth/approle/role/" + RETURNER + "/role-id").text("/data/role_id");
        String token = openBao.write("auth/approle/login", Map.of("role_id", role, "secret_id", secret))
                .text("/auth/accessor");
        kubectl.run("create", "serviceaccount", RETURNER, "--namespace=agents");
        String uid =
                kubectl.run("get", "serviceaccount", RETURNER, "--namespace=agents", "-o", "jsonpath={.metadata.uid}");
        kubectl.run(
                "create",
                "rolebinding",
                RETURNER + "-again",
                "--clusterrole=view",
                "--serviceaccount=agents:" + RETURNER,
                "-n=agents");
        assertThat(bench.run("sync").exitCode()).isZero();

        Answer watched = bench.run("watch", "--once");

        assertThat(watched.exitCode()).isEqualTo(1);
        assertThat(watched.err())
                .contains("ALARM: bao:" + token + " is there")
                .containsPattern("ALARM: k8s:serviceaccount/agents/" + RETURNER + "/" + uid + " is there");
        assertThat(bench.run("watch", "--once").err()).doesNotContain("ALARM");
    }
}
