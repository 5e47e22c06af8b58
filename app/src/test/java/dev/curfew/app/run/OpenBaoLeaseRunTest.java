package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a job takes with its OpenBao token ends with the run: here a login at a real PostgreSQL, by OpenBao's database
/// engine.
@WithOpenBao
@WithPostgreSql
class OpenBaoLeaseRunTest {
    @Test
    void aLoginThatTheJobTookWithItsTokenIsRefusedWhenTheRunIsOver(OpenBao openBao, @TempDir Path home)
            throws InterruptedException {
        try (PostgreSql server = PostgreSql.start()) {
            engine(openBao, server);
            JobBench bench = JobBench.in(home);
            bench.connect(openBao);
            bench.waiting("BAO_TOKEN");
            try (CurfewProcess curfew = bench.waitingJob(bench.job("bao:policy/lease-porter", "15m"), "0")) {
                curfew.await(() -> bench.has("environment"));
                Answer taken = openBao.call("GET", "leased/creds/porter", Map.of(), bench.text("given"))
                        .ok();
                String user = taken.text("/data/username");
                String password = taken.text("/data/password");
                assertThat(JobBench.isLetIn(server, user, password)).isTrue();
                bench.go();

                assertThat(curfew.exitCode()).as(curfew.err()).isZero();
                assertThat(JobBench.isLetIn(server, user, password)).isFalse();
                assertThat(server.query("postgres", "SELECT rolname FROM pg_roles WHERE rolname = '" + user + "'"))
                        .isEmpty();
            }
            assertThat(bench.entry("run.ended").at("/details/proof").asText()).isEqualTo("proved");
        } finally {
            openBao.call("POST", "sys/leases/revoke-force/leased", Map.of());
            openBao.call("DELETE", "sys/mounts/leased", Map.of());
        }
    }

    private static void engine(OpenBao openBao, PostgreSql server) {
        server.run("postgres", "CREATE ROLE engine SUPERUSER LOGIN PASSWORD 'engine-4711'");
        openBao.write("sys/mounts/leased", Map.of("type", "database"));
        openBao.write(
                "leased/config/main",
                Map.of(
                        "plugin_name", "postgresql-database-plugin",
                        "connection_url",
                                "postgresql://{{username}}:{{password}}@127.0.0.1:" + server.port()
                                        + "/postgres?sslmode=require",
                        "username", "engine",
                        "password", "engine-4711",
                        "allowed_roles", "porter"));
        openBao.write(
                "leased/roles/porter",
                Map.of(
                        "db_name", "main",
                        "creation_statements",
                                "CREATE ROLE \"{{name}}\" LOGIN PASSWORD '{{password}}' VALID UNTIL '{{expiration}}'",
                        "default_ttl", "1h"));
        openBao.policy("lease-porter", "path \"leased/creds/porter\" { capabilities = [\"read\"] }");
    }
}
