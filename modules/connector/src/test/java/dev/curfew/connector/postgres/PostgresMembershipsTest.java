package dev.curfew.connector.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.postgres.act.PostgresRevoker;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.MembershipNotes;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.postgresql.util.PSQLException;

/// What a role may become by memberships with options of their own, and whom it made a member, on the real server.
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresMembershipsTest {
    private static final String PASSWORD = "canary-member-1234";

    private PostgreSql server;
    private ConnectedCluster connected;

    @BeforeAll
    void arrange() {
        server = PostgreSql.start();
        for (String group : new String[] {"readers", "owners", "admins", "vault", "hidden", "teams"}) {
            server.run("postgres", "CREATE ROLE " + group);
        }
        server.run(
                "postgres",
                "CREATE ROLE ci LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE ROLE bob LOGIN",
                "CREATE ROLE eve LOGIN",
                "CREATE ROLE \"door\nvault (ADMIN, SET; granted by bo\"",
                "GRANT \"door\nvault (ADMIN, SET; granted by bo\" TO eve WITH INHERIT TRUE, SET FALSE",
                "GRANT readers TO ci WITH INHERIT TRUE, SET FALSE",
                "GRANT owners TO ci WITH INHERIT FALSE, SET TRUE",
                "GRANT hidden TO ci WITH INHERIT FALSE, SET FALSE",
                "GRANT teams TO ci WITH ADMIN TRUE, INHERIT FALSE, SET FALSE",
                "GRANT admins TO owners WITH ADMIN TRUE, INHERIT FALSE, SET FALSE",
                "GRANT vault TO readers WITH INHERIT FALSE, SET TRUE",
                "GRANT teams TO bob WITH INHERIT TRUE, SET FALSE GRANTED BY ci");
        connected = ConnectedCluster.with(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// In a transaction that is not committed.
    private boolean may(String... statements) throws SQLException {
        try (Connection connection = server.connect("postgres", "ci", PASSWORD);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            return true;
        } catch (PSQLException e) {
            assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501");
            return false;
        }
    }

    private String bobIsInTeams() {
        return server.query("postgres", "SELECT pg_has_role('bob', 'teams', 'USAGE')")
                .getFirst()
                .getFirst();
    }

    @Test
    @Order(1)
    void eachGrantThatTakesARoleFurtherIsReadWithItsOptionsAndItsGrantor() throws InterruptedException {
        Credential ci = new Facts(connected.observe()).login("ci");

        assertThat(MembershipNotes.lines(ci, MembershipNotes.BECOMES))
                .containsExactly(
                        "readers (INHERIT; granted by postgres)",
                        "owners (SET; granted by postgres)",
                        "teams (ADMIN; granted by postgres)",
                        "admins (ADMIN; granted by postgres) through owners");
        assertThat(MembershipNotes.lines(ci, MembershipNotes.GRANTED)).containsExactly("bob in teams (INHERIT)");
    }

    @Test
    @Order(1)
    void aRolesNameMakesNoLine() throws InterruptedException {
        Credential eve = new Facts(connected.observe()).login("eve");

        assertThat(MembershipNotes.lines(eve, MembershipNotes.BECOMES))
                .containsExactly("door?vault (ADMIN, SET; granted by bo (INHERIT; granted by postgres)");
    }

    @Test
    @Order(2)
    void theServerAgrees() throws SQLException {
        assertThat(may("SET ROLE owners")).isTrue();
        assertThat(may("SET ROLE owners", "GRANT admins TO ci", "SET ROLE admins"))
                .isTrue();
        assertThat(may("SET ROLE readers")).isFalse();
        assertThat(may("SET ROLE vault")).isFalse();
        assertThat(may("SET ROLE hidden")).isFalse();
    }

    @Test
    @Order(3)
    void droppedItTakesWhatItGrantedAlongAndElseThatStays() throws InterruptedException {
        CredentialId login = connected.login("ci");

        connected.revoker().act(new Action(PostgresRevoker.DISABLE, true), login);
        assertThat(bobIsInTeams()).isEqualTo("t");

        assertThat(connected.revoker().act(new Action(PostgresRevoker.DROP, false), login))
                .isInstanceOf(ActionOutcome.Done.class);
        assertThat(bobIsInTeams()).isEqualTo("f");
    }
}
