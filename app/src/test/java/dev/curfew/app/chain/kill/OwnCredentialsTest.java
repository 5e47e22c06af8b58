package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
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
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Curfew reads and acts with at five real servers stands in its own inventory, called its own, with its reach.
@WithOpenBao
@WithMoto
@WithKubernetes
@WithPostgreSql
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnCredentialsTest {
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());

    @BeforeAll
    void fiveServersAreRead(
            OpenBao openBao,
            Moto moto,
            Kubernetes kubernetes,
            PostgreSql postgres,
            Keycloak keycloak,
            @TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        Kubectl.of(kubernetes)
                .run("create", "secret", "generic", "reached", "--namespace=default", "--from-literal=a=b");
        List.of(
                        new BaoPlace(openBao, 0),
                        new KubernetesPlace(kubernetes, Kubectl.of(kubernetes), 0),
                        new PostgresPlace(postgres, 0),
                        KeycloakPlace.fresh(keycloak, "own", 0))
                .forEach(place -> place.connect(bench));
        moto.reset();
        bench.connect(
                "aws",
                "aws",
                moto.endpoint().toString(),
                Shipped.line(moto.administrator("curfew-read")),
                Shipped.line(moto.administrator("curfew-act")));
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            Answer synced = bench.run("sync");
            assertThat(synced.exitCode()).as(synced.err()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bao, token, token",
        "aws, curfew-read, curfew-act",
        "k8s, curfew-reader, curfew-actor",
        "pg, curfew_read, curfew_act",
        "sso, curfew-read, curfew-act"
    })
    void bothAreInTheInventoryAndEachHasAReach(String source, String reading, String acting) {
        List<JsonNode> own = own(source);

        assertThat(own)
                .extracting(it -> it.path("name").asText())
                .satisfiesExactlyInAnyOrder(
                        name -> assertThat(name).contains(reading),
                        name -> assertThat(name).contains(acting));
        for (JsonNode each : own) {
            Answer reach = bench.json("reach", each.path("id").asText());
            assertThat(reach.exitCode()).as(reach.err()).isZero();
            assertThat(reach.items()).as(each.path("id").asText()).isNotEmpty();
        }
    }

    @Test
    void theyAreCalledCurfewsOwn() {
        String listed = bench.run("identities").out();

        assertThat(listed.lines()
                        .filter(line -> line.contains("(Curfew's own)"))
                        .count())
                .isEqualTo(10);
    }

    private List<JsonNode> own(String source) {
        Answer listed = bench.json("identities", "--source", source);
        assertThat(listed.exitCode()).as(listed.err()).isZero();
        return StreamSupport.stream(listed.items().spliterator(), false)
                .filter(each -> each.path("tags").path("curfew:own").asBoolean())
                .toList();
    }
}
