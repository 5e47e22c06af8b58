package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a break-glass role shares with the day's work on a real PostgreSQL: each is found where it is, and nothing
/// where nothing is. Curfew's clock is an hour behind, so that what the test does by hand is in no drill's time.
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresIsolationTest {
    private static final String PATH = "pg-emergency";

    private final PostgreSql server = PostgreSql.start();
    private final DrillBench bench;

    PostgresIsolationTest(@TempDir Path home) {
        bench = new DrillBench(home, Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
    }

    @BeforeAll
    void aPath() {
        bench.connect(
                server,
                "CREATE ROLE daily LOGIN PASSWORD 'daily-4711'",
                "CREATE ROLE by_trust",
                "CREATE ROLE rescue",
                "CREATE ROLE emergency LOGIN PASSWORD 'first-4711'",
                "CREATE SCHEMA canary",
                "CREATE TABLE canary.drills (drill text)",
                "GRANT USAGE ON SCHEMA canary TO emergency, rescue",
                "GRANT SELECT, INSERT ON canary.drills TO emergency");
        Answer registered = bench.register(PATH, "pg", "*:*:*:emergency:first-4711", "canary.drills");
        assertThat(registered.exitCode()).as(registered.err()).isZero();
        assertThat(notApart()).isEmpty();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// What was shared is shared no more, and is not found any more.
    @AfterEach
    void apartAgain() {
        server.run(
                "postgres",
                "REVOKE rescue FROM emergency, daily",
                "REVOKE emergency FROM daily",
                "REVOKE by_trust FROM emergency",
                "COMMENT ON ROLE emergency IS NULL",
                "COMMENT ON ROLE daily IS NULL");
        assertThat(notApart()).isEmpty();
    }

    private List<String> notApart() {
        return bench.notApart("pg", PATH);
    }

    @Test
    void aPolicyThatOthersHaveToo() {
        server.run("postgres", "GRANT rescue TO emergency, daily");
        assertThat(notApart())
                .containsExactly("What its group role/rescue gives it 1 others have too, role/daily among them.");
    }

    @Test
    void aMemberThatHasAllOfIt() {
        server.run("postgres", "GRANT emergency TO daily");
        assertThat(notApart())
                .containsExactly("1 others are members of it and have all that it has, role/daily among them.");
    }

    @Test
    void anOwnerWhoOwnsOthers() {
        server.run(
                "postgres",
                "COMMENT ON ROLE emergency IS 'owner: platform'",
                "COMMENT ON ROLE daily IS 'owner: platform'");
        assertThat(notApart()).containsExactly("Its owner platform owns 1 other identities.");
    }

    /// A role has one password; what lets it in without that is as good as a second one.
    @Test
    void aWayInWithoutTheSealedPassword() throws SQLException {
        server.run("postgres", "GRANT by_trust TO emergency");
        server.connect("postgres", "emergency", "none that is sealed").close();
        assertThat(notApart()).containsExactly("It is let in by trust too, without what is sealed.");
    }

    @Test
    void aUseOutsideOfAnyDrill() throws SQLException {
        String sealed = bench.sealed(PATH);
        try (Connection _ = server.connect("postgres", "emergency", sealed.substring(sealed.lastIndexOf(':') + 1))) {
            assertThat(notApart())
                    .singleElement()
                    .asString()
                    .startsWith("It was used at ")
                    .endsWith(", outside of any drill.");
        }
    }
}
