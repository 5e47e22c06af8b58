package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A role is cut off that may become another, and that made somebody a member.
@WithPostgreSql
class MembershipsChainTest {
    private static final String BECOMES = "It may become, or has the rights of, 1 other: teams (ADMIN, SET; granted by";

    @Test
    void whatItMayBecomeAndWhomItLetInStandInThePlanAndWhatGoesOnIsNotContained(@TempDir Path folder) {
        try (PostgreSql server = PostgreSql.start()) {
            server.run(
                    "postgres",
                    "CREATE ROLE teams",
                    "CREATE ROLE ci LOGIN PASSWORD 'canary-ci-1234'",
                    "CREATE ROLE bob LOGIN",
                    "GRANT teams TO ci WITH ADMIN TRUE, INHERIT FALSE, SET TRUE",
                    "GRANT teams TO bob WITH INHERIT TRUE, SET FALSE GRANTED BY ci");
            CommandBench bench = new CommandBench(folder, Clock.systemUTC());
            bench.run("init");
            Shipped.connect(bench, server, "--environment", "test");
            assertThat(bench.run("sync").exitCode()).isZero();
            bench.addOfficer("ada");
            String login = "pg:login/ci#"
                    + server.query("postgres", "SELECT oid FROM pg_roles WHERE rolname = 'ci'")
                            .getFirst()
                            .getFirst();

            Answer deletion = bench.as("ada", "revoke", "plan", login, "--reason", "drill");
            assertThat(deletion.err())
                    .contains(BECOMES, "1 membership that it granted ends with it: bob in teams (INHERIT).");
            JsonNode told = deletion.item().at("/preview/credentials/0");
            assertThat(told.path("becomes").get(0).asText()).startsWith("teams (ADMIN, SET; granted by ");
            assertThat(told.path("grantedEnds").get(0).asText()).isEqualTo("bob in teams (INHERIT)");

            Answer killed = bench.as("ada", "kill", login, "--deactivate", "--reason", "drill");
            assertThat(killed.err())
                    .contains(
                            BECOMES,
                            "1 membership that it granted goes on: bob in teams (INHERIT).",
                            "a membership that it granted goes on: bob in teams (INHERIT)");
            assertThat(killed.items().get(0).path("contained").asText()).isNotEqualTo("CONTAINED");
        }
    }
}
