package dev.curfew.connector.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.postgres.act.PostgresRevoker;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBoxer;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What each row of the catalogue says of a role, shown on the real server. The acting role has the shipped policy.
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresRevokingTest {
    private static final String PASSWORD = "canary-revoke-1234";

    private PostgreSql server;
    private ConnectedCluster connected;

    @BeforeAll
    void arrange() {
        server = PostgreSql.start();
        server.run("postgres", "CREATE ROLE grp", "CREATE ROLE heir", "CREATE ROLE other LOGIN", "CREATE DATABASE app");
        for (String role : new String[] {
            "disabled",
            "expired",
            "terminated",
            "dropped",
            "owner",
            "inherited",
            "member",
            "renamed",
            "again",
            "left",
            "undone",
            "prepared",
            "granted",
            "bygone"
        }) {
            server.run("postgres", "CREATE ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
        }
        server.run(
                "app",
                "GRANT CREATE ON SCHEMA public TO owner",
                "CREATE SCHEMA lair AUTHORIZATION heir",
                "GRANT CREATE, USAGE ON SCHEMA lair TO inherited",
                "CREATE TABLE theirs (id int)",
                "GRANT SELECT ON theirs TO granted");
        connected = ConnectedCluster.with(server);
        server.run(
                "postgres", "CREATE ROLE boss SUPERUSER LOGIN PASSWORD '" + PASSWORD + "'", "CREATE ROLE later LOGIN");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private ActionOutcome act(String code, CredentialId login) throws InterruptedException {
        return connected.revoker().act(new Action(code, true), login);
    }

    private ProbeOutcome attempt(CredentialId login) throws InterruptedException {
        return connected.probe().attempt(login, Secret.of(PASSWORD));
    }

    private String listed(CredentialId login) throws InterruptedException {
        return switch (connected.probe().list(login)) {
            case ListingEvidence.Listed listed -> listed.detail();
            case ListingEvidence.NotListed notListed -> notListed.detail();
            case ListingEvidence.Unreadable unreadable -> unreadable.detail();
        };
    }

    private Connection session(String role) throws SQLException {
        return server.connect("app", role, PASSWORD);
    }

    @Test
    void noLoginRefusesTheCredentialAndTellsOfTheSessionsThatGoOn() throws Exception {
        CredentialId login = connected.login("disabled");
        assertThat(attempt(login)).isInstanceOf(ProbeOutcome.Accepted.class);
        try (Connection open = session("disabled");
                Connection second = session("disabled")) {
            assertThat(act(PostgresRevoker.DISABLE, login))
                    .isInstanceOfSatisfying(
                            ActionOutcome.Done.class,
                            done -> assertThat(done.detail()).isEqualTo("NOLOGIN; 2 sessions are still open"));
            assertThat(open.isValid(5) && second.isValid(5)).isTrue();
            assertThat(attempt(login)).isInstanceOfSatisfying(ProbeOutcome.Refused.class, refused -> {
                assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL);
                assertThat(refused.detail()).isEqualTo("28000: it may not log in (NOLOGIN); 2 sessions are still open");
            });
            assertThat(connected.probe().list(login)).isInstanceOfSatisfying(ListingEvidence.Listed.class, listed -> {
                assertThat(listed.active()).isFalse();
                assertThat(listed.detail()).contains("may not log in", "2 sessions are still open");
            });
        }
        assertThat(act(PostgresRevoker.DISABLE, login)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void noLoginCanBeUndone() throws Exception {
        CredentialId login = connected.login("undone");
        act(PostgresRevoker.DISABLE, login);
        assertThat(attempt(login)).isInstanceOf(ProbeOutcome.Refused.class);
        assertThat(act(PostgresRevoker.ENABLE, login)).isInstanceOf(ActionOutcome.Done.class);
        assertThat(attempt(login)).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(act(PostgresRevoker.ENABLE, login)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    /// Another end would open it.
    @Test
    void aLoginThatIsOverTakesNoEnd() {
        TimeBoxer boxer = connected
                .connector()
                .timeBoxer(connected.connection(), connected.secrets())
                .orElseThrow();
        StandingAccess access = new StandingAccess(connected.login("bygone"), Optional.empty());
        for (String over : List.of("1970-01-01 00:00:00.000000+00", "-infinity")) {
            server.run("postgres", "ALTER ROLE bygone VALID UNTIL '" + over + "'");

            assertThatThrownBy(() -> boxer.look(access, Instant.parse("2126-12-04T18:00:00Z")))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("bygone ends before that already, " + over);
        }
    }

    @Test
    void anExpiredPasswordIsRefusedAndItsOpenSessionsAreNot() throws Exception {
        CredentialId login = connected.login("expired");
        try (Connection open = session("expired")) {
            assertThat(act(PostgresRevoker.EXPIRE, login).detail()).isEqualTo("VALID UNTIL now; it had no end");
            assertThat(attempt(login)).isInstanceOfSatisfying(ProbeOutcome.Refused.class, refused -> {
                assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL);
                assertThat(refused.detail())
                        .isEqualTo("28P01: its time is over (VALID UNTIL); 1 session is still open");
            });
            assertThat(open.isValid(5)).isTrue();
        }
        assertThat(act(PostgresRevoker.EXPIRE, login)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void sessionsAreEndedAndTheLoginIsNot() throws Exception {
        CredentialId login = connected.login("terminated");
        try (Connection open = session("terminated")) {
            assertThat(act(PostgresRevoker.TERMINATE, login).detail()).isEqualTo("1 session was ended");
            assertThat(open.isValid(5)).isFalse();
        }
        assertThat(act(PostgresRevoker.TERMINATE, login))
                .isInstanceOfSatisfying(
                        ActionOutcome.AlreadyDone.class,
                        done -> assertThat(done.detail()).isEqualTo("no session was open"));
        assertThat(attempt(login)).isInstanceOf(ProbeOutcome.Accepted.class);
    }

    @Test
    void aDroppedRoleIsGoneWithItsSessionsAndItsNamesakeIsLeftAlone() throws Exception {
        CredentialId login = connected.login("dropped");
        assertThat(attempt(login)).isInstanceOf(ProbeOutcome.Accepted.class);
        try (Connection open = session("dropped")) {
            assertThat(act(PostgresRevoker.DROP, login).detail())
                    .isEqualTo("the role was dropped; 1 session was ended");
            assertThat(open.isValid(5)).isFalse();
        }
        assertThat(act(PostgresRevoker.DROP, login)).isInstanceOf(ActionOutcome.AlreadyDone.class);
        assertThat(attempt(login))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL));
        server.run("postgres", "CREATE ROLE dropped LOGIN PASSWORD '" + PASSWORD + "'");
        assertThat(act(PostgresRevoker.DISABLE, login).detail()).contains("another has its name");
        assertThat(connected.probe().list(login)).isInstanceOf(ListingEvidence.NotListed.class);
        assertThat(server.query("postgres", "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'dropped'"))
                .isEqualTo(List.of(List.of("t")));
    }

    @Test
    void sessionsOfARoleThatSomebodyElseDroppedAreFoundAndEnded() throws Exception {
        CredentialId login = connected.login("again");
        try (Connection open = session("again")) {
            server.run("postgres", "DROP ROLE again");
            assertThat(listed(login)).isEqualTo("there is no such role any more; 1 session is still open");
            assertThat(attempt(login).detail()).contains("1 session is still open");
            assertThat(new Facts(connected.observe()).scope("logins").detail())
                    .contains("1 session goes on whose role was dropped");
            assertThat(act(PostgresRevoker.TERMINATE, login).detail())
                    .isEqualTo("the role is gone; 1 session that went on was ended");
            assertThat(open.isValid(5)).isFalse();
        }
    }

    @Test
    void aRoleThatOwnsThingsIsDisabledAndNotDropped() throws Exception {
        CredentialId login = connected.login("owner");
        try (Connection open = session("owner");
                var statement = open.createStatement()) {
            statement.execute("CREATE TABLE owned (id int)");
        }
        assertThat(act(PostgresRevoker.DROP, login)).isInstanceOfSatisfying(ActionOutcome.Refused.class, refused -> {
            assertThat(refused.detail()).contains("owner owns things (1 in app)", "REASSIGN OWNED");
        });
        assertThat(attempt(login)).isInstanceOf(ProbeOutcome.Refused.class);
        assertThat(server.query("app", "SELECT tableowner FROM pg_tables WHERE tablename = 'owned'"))
                .isEqualTo(List.of(List.of("owner")));
    }

    @Test
    void anHeirOwnsWhatADroppedRoleOwned() throws Exception {
        CredentialId login = connected.login("inherited");
        try (Connection open = session("inherited");
                var statement = open.createStatement()) {
            statement.execute("CREATE TABLE lair.estate (id int)");
            statement.execute("GRANT SELECT ON lair.estate TO other");
        }
        server.run("postgres", "GRANT heir TO curfew_act WITH INHERIT TRUE");
        assertThat(connected.copy().set("heir", "heir").revoker().act(new Action(PostgresRevoker.DROP, false), login))
                .isInstanceOf(ActionOutcome.Done.class);
        assertThat(server.query("app", "SELECT tableowner FROM pg_tables WHERE tablename = 'estate'"))
                .isEqualTo(List.of(List.of("heir")));
        assertThat(connected.probe().list(login)).isInstanceOf(ListingEvidence.NotListed.class);
    }

    @Test
    void whatOthersGrantedARoleStandsInTheWayOfItsEndWhereTheyAreNotAsked() throws Exception {
        CredentialId login = connected.login("granted");
        assertThat(act(PostgresRevoker.DROP, login))
                .isInstanceOfSatisfying(
                        ActionOutcome.Refused.class,
                        refused -> assertThat(refused.detail()).contains("1 in app", "DROP OWNED BY"));
        assertThat(attempt(login)).isInstanceOf(ProbeOutcome.Refused.class);
        // A superuser need not ask.
        ConnectedCluster asSuperuser = connected.copy().act("user=boss password=" + PASSWORD);
        assertThat(asSuperuser.revoker().act(new Action(PostgresRevoker.DROP, false), login))
                .isInstanceOf(ActionOutcome.Done.class);
    }

    @Test
    void membershipsThatCurfewMayTakeAwayAreTakenAwayAndTheOthersNamed() throws Exception {
        server.run("postgres", "GRANT grp TO member", "CREATE ROLE beyond", "GRANT beyond TO member");
        CredentialId login = connected.login("member");
        assertThat(act(PostgresRevoker.LEAVE, login))
                .isInstanceOfSatisfying(
                        ActionOutcome.Refused.class,
                        refused -> assertThat(refused.detail())
                                .contains(
                                        "not out of beyond, for postgres granted it",
                                        "have it run REVOKE \"beyond\" FROM \"member\" GRANTED BY \"postgres\""));
        CredentialId free = connected.login("left");
        try (Connection acting = server.connect("postgres", "curfew_act", ConnectedCluster.ACT_PASSWORD);
                var statement = acting.createStatement()) {
            statement.execute("GRANT grp TO \"left\"");
        }
        assertThat(act(PostgresRevoker.LEAVE, free).detail()).isEqualTo("taken out of grp");
        assertThat(act(PostgresRevoker.LEAVE, free)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void whatGetsRoundNoLoginIsTold() throws Exception {
        server.run("postgres", "GRANT prepared TO other", "GRANT CREATE ON DATABASE app TO prepared");
        CredentialId login = connected.login("prepared");
        try (Connection open = session("prepared");
                var statement = open.createStatement()) {
            statement.execute("CREATE SCHEMA mine");
            statement.execute("CREATE FUNCTION mine.f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'");
            statement.execute("BEGIN");
            statement.execute("CREATE TABLE mine.t (id int)");
            statement.execute("PREPARE TRANSACTION 'canary-gid'");
        }
        act(PostgresRevoker.DISABLE, login);
        assertThat(listed(login))
                .contains("may become it")
                .contains("other")
                .contains("1 prepared transaction of its waits to be finished")
                .contains("it owns 1 function, which may run as it")
                .doesNotContain("canary-gid");
        server.run("app", "ROLLBACK PREPARED 'canary-gid'");
    }

    @Test
    void aRoleUnderAnotherNameIsNotActedOn() throws Exception {
        CredentialId login = connected.login("renamed");
        server.run("postgres", "ALTER ROLE renamed RENAME TO somebody");
        assertThat(act(PostgresRevoker.DISABLE, login))
                .isInstanceOfSatisfying(
                        ActionOutcome.Refused.class,
                        refused -> assertThat(refused.detail()).contains("somebody"));
    }

    @Test
    void whatTheActingRoleMayNotIsRefusedWithWhatItNeeds() throws Exception {
        for (String role : new String[] {"boss", "later"}) {
            assertThat(act(PostgresRevoker.DISABLE, connected.login(role)))
                    .isInstanceOfSatisfying(
                            ActionOutcome.Refused.class,
                            refused -> assertThat(refused.detail()).contains("ADMIN OPTION", "act-policy.sql"));
        }
    }

    @Test
    void curfewsOwnLoginsAreNotActedOn() throws Exception {
        assertThat(act(PostgresRevoker.DISABLE, connected.login("curfew_read")))
                .isInstanceOf(ActionOutcome.Refused.class);
        assertThat(act(PostgresRevoker.DROP, connected.login("curfew_act"))).isInstanceOf(ActionOutcome.Refused.class);
    }

    @Test
    void whatIsNoLoginOrNoActionOfPostgresIsSaidToBe() throws Exception {
        assertThat(act(PostgresRevoker.DISABLE, new CredentialId(ConnectedCluster.SOURCE, "role/other")))
                .isInstanceOf(ActionOutcome.Refused.class);
        assertThatIllegalArgumentException().isThrownBy(() -> act("aws.delete-access-key", connected.login("other")));
    }
}
