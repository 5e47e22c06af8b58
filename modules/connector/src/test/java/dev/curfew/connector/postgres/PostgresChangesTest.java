package dev.curfew.connector.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.postgres.PostgreSql;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealServer
class PostgresChangesTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private PostgreSql server;
    private ConnectedCluster connected;

    @BeforeEach
    void arrange() {
        server = PostgreSql.start();
        connected = ConnectedCluster.with(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ChangeFeed open() throws InterruptedException {
        return connected
                .connector()
                .changes(connected.connection(), connected.secrets())
                .orElseThrow();
    }

    @Test
    void aNewLoginRoleIsReadWithinFiveSeconds() throws InterruptedException {
        try (ChangeFeed feed = open()) {
            assertThat(feed.await(Duration.ofMillis(1500))).isEmpty();
            server.run("postgres", "CREATE ROLE newcomer LOGIN");
            long made = System.nanoTime();

            Set<String> changed = feed.await(SOON);
            Observation observation = feed.read(changed, Progress.SILENT);

            assertThat(Duration.ofNanos(System.nanoTime() - made)).isLessThan(SOON);
            assertThat(observation.facts())
                    .filteredOn(Identity.class::isInstance)
                    .extracting(fact -> ((Identity) fact).name())
                    .contains("newcomer");
            assertThat(observation.coverage())
                    .extracting(Coverage::scope)
                    .containsExactlyInAnyOrder("roles", "logins", "memberships");
        }
    }

    @Test
    void aPasswordThatIsSetAnewIsSeenByWhoeverMaySeeThatTheRowChanged() throws InterruptedException {
        server.run("postgres", "CREATE ROLE old LOGIN PASSWORD 'one'");
        try (ChangeFeed feed = open()) {
            server.run("postgres", "ALTER ROLE old PASSWORD 'two'");
            assertThat(feed.await(SOON)).contains("logins");
        }
    }

    @Test
    void withoutThatRightRolesAreFollowedByWhatEverybodySees() throws InterruptedException {
        server.run("postgres", "REVOKE SELECT (oid, xmin) ON pg_catalog.pg_authid FROM curfew_read");
        try (ChangeFeed feed = open()) {
            server.run("postgres", "CREATE ROLE newcomer LOGIN");
            assertThat(feed.await(SOON)).contains("logins");
        }
    }

    @Test
    void aMembershipAndADatabaseAreSeen() throws InterruptedException {
        server.run("postgres", "CREATE ROLE readers", "CREATE ROLE app LOGIN");
        try (ChangeFeed feed = open()) {
            server.run("postgres", "GRANT readers TO app");
            assertThat(feed.await(SOON)).contains("memberships").doesNotContain("databases");
            server.run("postgres", "CREATE DATABASE shop");
            assertThat(feed.await(SOON)).contains("databases").doesNotContain("memberships");
        }
    }

    @Test
    void whatIsReadByAFeedIsWhatAWholeReadingReads() throws InterruptedException {
        try (ChangeFeed feed = open()) {
            server.run("postgres", "CREATE ROLE newcomer LOGIN");
            Observation part = feed.read(feed.await(SOON), Progress.SILENT);
            Set<String> scopes = new TreeSet<>();
            part.coverage().forEach(coverage -> scopes.add(coverage.scope()));
            assertThat(part.facts())
                    .containsExactlyInAnyOrderElementsOf(connected.observe().facts().stream()
                            .filter(fact -> scopes.contains(fact.provenance().scope()))
                            .toList());
        }
    }

    @Test
    void aServerThatIsKilledIsSaidToTellNothingMore() throws InterruptedException {
        try (ChangeFeed feed = open()) {
            server.kill();
            assertThatThrownBy(() -> feed.await(SOON))
                    .isInstanceOf(SourceException.class)
                    .extracting(e -> ((SourceException) e).kind())
                    .isEqualTo(SourceException.Kind.UNREACHABLE);
        }
    }
}
