package dev.curfew.connector.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.observation.CoverageState;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.postgres.PostgreSql;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The shipped reading role is exact: with it everything is read, and with any right less something is not, which the
/// coverage says. What only shows that a password was set anew is no part of reading: `PostgresChangesTest` has it.
@RealServer
class PostgresLeastRightsTest {
    private static final Map<String, String> RIGHTS = Map.of(
            "pg_read_all_stats", "REVOKE pg_read_all_stats FROM curfew_read",
            "pg_hba_file_rules", "REVOKE SELECT ON pg_catalog.pg_hba_file_rules FROM curfew_read",
            "pg_hba_file_rules()", "REVOKE EXECUTE ON FUNCTION pg_catalog.pg_hba_file_rules() FROM curfew_read",
            "schema curfew", "REVOKE USAGE ON SCHEMA curfew FROM curfew_read",
            "password_kinds()", "REVOKE EXECUTE ON FUNCTION curfew.password_kinds() FROM curfew_read");

    /// That the kind of a password is not known is told of roles that are read whole all the same.
    private static final Map<String, List<String>> EXPECTED = new TreeMap<>(Map.of(
            "pg_read_all_stats", List.of("sessions PARTIAL"),
            "pg_hba_file_rules", List.of("hba REFUSED"),
            "pg_hba_file_rules()", List.of("hba REFUSED"),
            "schema curfew", List.of("logins READ"),
            "password_kinds()", List.of("logins READ"),
            "CONNECT", List.of("code/closed REFUSED", "objects/closed REFUSED")));

    private PostgreSql server;
    private ConnectedCluster connected;

    @BeforeEach
    void arrange() {
        server = PostgreSql.start();
        server.run("postgres", "CREATE DATABASE closed", "REVOKE CONNECT ON DATABASE closed FROM PUBLIC");
        connected = ConnectedCluster.with(server);
        server.run("postgres", "GRANT CONNECT ON DATABASE closed TO curfew_read");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyRightIsNeededAndWhatIsMissingWithoutItIsTold() throws InterruptedException {
        assertThat(missing()).isEmpty();
        Map<String, List<String>> found = new TreeMap<>();
        for (Map.Entry<String, String> right : RIGHTS.entrySet()) {
            server.run("postgres", right.getValue());
            found.put(right.getKey(), missing());
            server.run("postgres", again(right.getValue()));
        }
        server.run("postgres", "REVOKE CONNECT ON DATABASE closed FROM curfew_read");
        found.put("CONNECT", missing());
        assertThat(found).isEqualTo(EXPECTED);
    }

    private static String again(String revoke) {
        String grant = revoke.replace("REVOKE", "GRANT").replace(" FROM ", " TO ");
        return grant.contains("pg_read_all_stats") ? grant + " WITH INHERIT TRUE, SET FALSE" : grant;
    }

    private List<String> missing() throws InterruptedException {
        return connected.observe().coverage().stream()
                .filter(it -> it.state() != CoverageState.READ || it.detail().contains("password"))
                .map(it -> it.scope() + " " + it.state())
                .sorted()
                .toList();
    }
}
