package dev.curfew.connector.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.curfew.connector.Moments;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.net.URI;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A refusal is only a refusal if it says which.
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresProbingTest {
    private static final String PASSWORD = "canary:probe\\1234";

    private PostgreSql server;
    private ConnectedCluster connected;

    @BeforeAll
    void arrange() {
        server = PostgreSql.start("max_connections=12", "superuser_reserved_connections=3");
        String password = ConnectedCluster.quoted(PASSWORD);
        server.run(
                "postgres",
                "CREATE ROLE by_certificate",
                "CREATE ROLE by_trust",
                "CREATE ROLE from_elsewhere",
                "CREATE ROLE plain LOGIN PASSWORD " + password,
                "CREATE ROLE narrow LOGIN PASSWORD " + password + " CONNECTION LIMIT 1",
                "CREATE ROLE elsewhere LOGIN PASSWORD " + password + " IN ROLE from_elsewhere",
                "CREATE ROLE trusted LOGIN PASSWORD " + password + " IN ROLE by_trust",
                "CREATE ROLE certified LOGIN IN ROLE by_certificate",
                "CREATE ROLE banished LOGIN PASSWORD " + password,
                "CREATE ROLE nowhere LOGIN PASSWORD " + password,
                "CREATE DATABASE inner_room",
                "REVOKE CONNECT ON DATABASE postgres, inner_room FROM PUBLIC",
                "GRANT CONNECT ON DATABASE postgres TO plain, narrow, elsewhere, trusted, certified",
                "GRANT CONNECT ON DATABASE inner_room TO banished");
        connected = ConnectedCluster.with(server);
        server.run("postgres", "GRANT CONNECT ON DATABASE postgres TO curfew_read, curfew_act");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{1} at {0}: {2}")
    @CsvSource({
        "{server}/postgres, plain, true",
        "{server}, plain, true",
        "{server}/postgres, by_trust, false",
        "{server}/postgres, nobody, false",
        "127.0.0.1:1/postgres, plain, false",
        "other.example:5432/postgres, plain, false",
        "'no address', plain, false",
        "'', plain, false",
    })
    void aLoginIsFoundByItsNameAtTheServersOwnAddress(String address, String name, boolean there)
            throws InterruptedException {
        String own = connected.connection().address().getAuthority();

        assertThat(connected.probe().loginAt(address.replace("{server}", own), name))
                .isEqualTo(there ? Optional.of(connected.login(name)) : Optional.empty());
    }

    private ProbeOutcome attempt(String role, String value) throws InterruptedException {
        return connected.probe().attempt(connected.login(role), Secret.of(value));
    }

    private static void refused(ProbeOutcome outcome, RefusalClass as, String... words) {
        assertThat(outcome).isInstanceOfSatisfying(ProbeOutcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(as);
            assertThat(refused.detail()).contains(words).doesNotContain("canary");
        });
    }

    private static void unclear(ProbeOutcome outcome, String... words) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ProbeOutcome.Indeterminate.class,
                        open -> assertThat(open.detail()).contains(words).doesNotContain("canary"));
    }

    @Test
    void itsClockIsRead() throws InterruptedException {
        Moments.assertIsOurs(connected.clock());
    }

    @Test
    void theRightPasswordIsAcceptedHoweverItIsWrittenDown() throws Exception {
        for (String value : List.of(
                PASSWORD,
                "*:*:*:plain:canary\\:probe\\\\1234",
                "postgresql://plain:canary%3Aprobe%5C1234@host/db",
                "user=plain password='canary:probe\\\\1234'")) {
            assertThat(attempt("plain", value))
                    .as(value)
                    .isInstanceOfSatisfying(
                            ProbeOutcome.Accepted.class,
                            accepted -> assertThat(accepted.detail()).isEqualTo("logged in (scram-sha-256)"));
            assertThat(connected.probe().belongs(connected.login("plain"), Secret.of(value)))
                    .isTrue();
        }
    }

    @Test
    void aWrongPasswordIsRefusedAsSuchAndBelongsToNobody() throws Exception {
        refused(attempt("plain", "guess"), RefusalClass.INVALID_CREDENTIAL, "28P01", "not its password");
        assertThat(connected.probe().belongs(connected.login("plain"), Secret.of("guess")))
                .isFalse();
    }

    @Test
    void anotherRolesLoginProvesNothing() throws Exception {
        unclear(attempt("plain", "*:*:*:narrow:x"), "narrow");
        assertThat(connected.probe().belongs(connected.login("plain"), Secret.of("*:*:*:narrow:x")))
                .isFalse();
    }

    @Test
    void aPlaceThatIsNotLetInIsNoRevocation() throws Exception {
        refused(attempt("elsewhere", PASSWORD), RefusalClass.NETWORK, "28000", "pg_hba.conf");
    }

    @Test
    void aRoleThatMayConnectToNothingIsLetInAndThenTurnedAway() throws Exception {
        refused(attempt("nowhere", PASSWORD), RefusalClass.DENIED, "42501", "let in");
        assertThat(connected.probe().belongs(connected.login("nowhere"), Secret.of(PASSWORD)))
                .isTrue();
    }

    @Test
    void aRoleIsTriedWhereItMayGo() throws Exception {
        assertThat(attempt("banished", PASSWORD)).isInstanceOf(ProbeOutcome.Accepted.class);
    }

    @Test
    void aTrustedPlaceSaysNothingOfThePassword() throws Exception {
        assertThat(attempt("trusted", "whatever"))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Accepted.class,
                        accepted -> assertThat(accepted.detail()).contains("without being asked for a password"));
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> connected.probe().belongs(connected.login("trusted"), Secret.of("whatever")));
    }

    @Test
    void aCertificateIsAValueToo() throws Exception {
        assertThat(attempt("certified", server.clientPem("certified")))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Accepted.class,
                        accepted -> assertThat(accepted.detail()).isEqualTo("logged in (cert)"));
        CredentialId login = connected.login("certified");
        server.run("postgres", "ALTER ROLE certified NOLOGIN");
        refused(
                connected.probe().attempt(login, Secret.of(server.clientPem("certified"))),
                RefusalClass.INVALID_CREDENTIAL,
                "28000",
                "NOLOGIN");
        server.run("postgres", "ALTER ROLE certified LOGIN");
    }

    @Test
    void tooManyConnectionsAreNoRefusal() throws Exception {
        try (Connection _ = server.connect("postgres", "narrow", PASSWORD)) {
            unclear(attempt("narrow", PASSWORD), "no connection to spare");
        }
    }

    @Test
    void aFullServerIsNoRefusal() throws Exception {
        CredentialId login = connected.login("plain");
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < 9; i++) {
                all.add(server.connect("postgres", "plain", PASSWORD));
            }
            unclear(connected.probe().attempt(login, Secret.of(PASSWORD)), "no connection to spare");
        } finally {
            for (Connection each : all) {
                each.close();
            }
        }
    }

    @Test
    void aServerThatIsDownIsNoRefusal() throws Exception {
        CredentialId login = connected.login("plain");
        unclear(
                connected
                        .copy()
                        .at(URI.create("postgresql://127.0.0.1:1/postgres"))
                        .probe()
                        .attempt(login, Secret.of(PASSWORD)),
                "Nothing answers at 127.0.0.1:1");
    }

    @Test
    void whereTheCatalogCannotBeReadARefusalIsUnclear() throws Exception {
        CredentialId login = connected.login("plain");
        unclear(
                connected.copy().read("user=nobody password=x").probe().attempt(login, Secret.of("guess")),
                "could not be looked up",
                "read-policy.sql");
    }

    @Test
    void ourOwnLoginsAreTriedToo() throws Exception {
        server.run("postgres", "ALTER ROLE curfew_read VALID UNTIL '2031-01-01 00:00:00+00'");
        var check = connected.connector().selfCheck(connected.connection()).orElseThrow();
        assertThat(check.of(Secret.of("user=curfew_act password=" + ConnectedCluster.ACT_PASSWORD)))
                .isEqualTo(
                        new Standing.Works("the role curfew_act (CREATEROLE, pg_signal_backend)", new Expiry.Never()));
        assertThat(check.of(Secret.of("user=curfew_act password=guess")))
                .isInstanceOfSatisfying(
                        Standing.Refused.class,
                        refused -> assertThat(refused.detail()).contains("did not take the password"));
        assertThat(check.of(Secret.of("no login at all"))).isInstanceOf(Standing.Refused.class);
        assertThat(connected
                        .copy()
                        .at(URI.create("postgresql://127.0.0.1:1"))
                        .connector()
                        .selfCheck(connected
                                .copy()
                                .at(URI.create("postgresql://127.0.0.1:1"))
                                .connection())
                        .orElseThrow()
                        .of(Secret.of("user=curfew_act password=x")))
                .isInstanceOf(Standing.Unclear.class);
    }
}
