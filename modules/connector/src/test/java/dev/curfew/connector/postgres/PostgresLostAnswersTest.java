package dev.curfew.connector.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.LostAnswers;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import dev.curfew.testbed.process.LossyWay;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A login's five acts on a real server, over TLS, while answers get lost.
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLostAnswersTest {
    private static final List<String> PLAN = List.of(
            "postgresql.disable-login",
            "postgresql.terminate-sessions",
            "postgresql.expire-password",
            "postgresql.revoke-memberships",
            "postgresql.drop-role");

    /// Prime to what a session takes, so that all parts of one are met.
    private static final int EVERY = 3;

    private PostgreSql server;
    private LossyWay way;
    private ConnectedCluster connected;

    @BeforeAll
    void arrange() {
        server = PostgreSql.start();
        server.run("postgres", "CREATE ROLE crew");
        connected = ConnectedCluster.with(server);
        way = LossyWay.to(server.port());
    }

    @AfterAll
    void stop() {
        way.close();
        server.close();
    }

    @Test
    void theRoleIsGoneInTheEndWhicheverAnswerIsLost() throws InterruptedException {
        ConnectedCluster through =
                connected.copy().at(URI.create("postgresql://127.0.0.1:" + way.port() + "/postgres"));
        List<LostAnswers.Said> undone = new LostAnswers(
                        way,
                        through.revoker(),
                        PLAN,
                        this::role,
                        login -> server.query(
                                        "postgres",
                                        "SELECT 1 FROM pg_roles WHERE oid = "
                                                + login.nativeId().replaceAll(".*#", ""))
                                .isEmpty())
                .each("", EVERY);

        assertThat(undone).extracting(LostAnswers.Said::code).containsAll(PLAN);
        assertThat(undone)
                .extracting(LostAnswers.Said::outcome)
                .hasAtLeastOneElementOfType(ActionOutcome.Uncertain.class);
    }

    /// In a group into which the acting role took it: what others granted it cannot take.
    private CredentialId role(int turn) {
        String name = "lost_" + turn;
        server.run(
                "postgres",
                "CREATE ROLE " + name + " LOGIN PASSWORD 'p-4711'",
                "GRANT " + name + " TO curfew_act WITH ADMIN TRUE, INHERIT FALSE, SET FALSE");
        try (Connection acting = server.connect("postgres", "curfew_act", ConnectedCluster.ACT_PASSWORD);
                Statement statement = acting.createStatement()) {
            statement.execute("GRANT crew TO " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return connected.login(name);
    }
}
