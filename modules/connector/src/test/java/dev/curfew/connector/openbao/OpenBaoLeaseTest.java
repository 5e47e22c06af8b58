package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.http.LostAnswers;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Issuer.Lease;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import dev.curfew.testbed.process.LossyWay;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Logins at a real PostgreSQL that a real OpenBao makes when they are read, while the answer gets lost.
@WithOpenBao
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoLeaseTest {
    private static final String PATH = "leased-once/creds/porter";

    /// What OkHttp follows by itself.
    private static final String AT_ONCE = "HTTP/1.1 503 Unavailable\r\nRetry-After: 0\r\nConnection: close\r\n\r\n";

    private final OpenBao openBao;
    private final PostgreSql server = PostgreSql.start();
    private LossyWay way;
    private Connected through;

    OpenBaoLeaseTest(OpenBao openBao) {
        this.openBao = openBao;
    }

    @BeforeAll
    void arrange() {
        server.run("postgres", "CREATE ROLE engine SUPERUSER LOGIN PASSWORD 'engine-4711'");
        openBao.write("sys/mounts/leased-once", Map.of("type", "database"));
        openBao.write(
                "leased-once/config/main",
                Map.of(
                        "plugin_name", "postgresql-database-plugin",
                        "connection_url",
                                "postgresql://{{username}}:{{password}}@127.0.0.1:" + server.port()
                                        + "/postgres?sslmode=require",
                        "username", "engine",
                        "password", "engine-4711",
                        "allowed_roles", "porter"));
        openBao.write(
                "leased-once/roles/porter",
                Map.of(
                        "db_name", "main",
                        "creation_statements",
                                "CREATE ROLE \"{{name}}\" LOGIN PASSWORD '{{password}}' VALID UNTIL '{{expiration}}'",
                        "default_ttl", "1h"));
        openBao.policy("lease-once", "path \"" + PATH + "\" { capabilities = [\"read\"] }");
        way = LossyWay.to(openBao.address().getPort());
        try (Connected direct = Connected.with(openBao)) {
            through = direct.at(URI.create("http://127.0.0.1:" + way.port()));
        }
    }

    @AfterAll
    void stop() {
        through.close();
        way.close();
        openBao.call("POST", "sys/leases/revoke-force/leased-once", Map.of());
        openBao.call("DELETE", "sys/mounts/leased-once", Map.of());
        server.close();
    }

    private static Stream<String> lost() {
        return Stream.concat(Stream.of("", AT_ONCE), LostAnswers.ofGateways());
    }

    @ParameterizedTest
    @MethodSource("lost")
    void ofALostAnswerThereIsOneLoginAndItEndsWithItsToken(String instead) throws InterruptedException {
        Connected.Token token = Connected.token(openBao, "lease-once");
        try (Secret value = token.secret()) {
            way.replaceAnswer(1, instead);

            assertThatThrownBy(() -> through.issuer().lease(value, PATH))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining(PATH);
        }
        assertThat(logins()).hasSize(1);

        end(token);
    }

    /// The server takes back by and by what hangs on a token.
    private void end(Connected.Token token) throws InterruptedException {
        openBao.write("auth/token/revoke-accessor", Map.of("accessor", token.accessor()));
        long giveUpAt = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!logins().isEmpty() && System.nanoTime() < giveUpAt) {
            Thread.sleep(Duration.ofMillis(50));
        }
        assertThat(logins()).isEmpty();
    }

    @Test
    void whereTheConnectionBreaksOffItIsNotSaidThatThereIsNone() throws InterruptedException {
        Connected.Token token = Connected.token(openBao, "lease-once");
        try (Secret value = token.secret()) {
            way.loseAnswer(1);

            assertThatThrownBy(() -> through.issuer().lease(value, PATH))
                    .isInstanceOfSatisfying(
                            SourceException.class,
                            why -> assertThat(why.kind()).isEqualTo(SourceException.Kind.UNREACHABLE))
                    .hasMessageContaining("is not known")
                    .hasMessageContaining("ends with the token");
        }
        end(token);
    }

    @Test
    void whatIsReadWithoutLossIsHandedOut() throws InterruptedException {
        Connected.Token token = Connected.token(openBao, "lease-once");
        way.loseAnswer(-1);
        try (Secret value = token.secret();
                Lease lease = through.issuer().lease(value, PATH).orElseThrow()) {
            assertThat(lease.value().reveal()).matches("\\{\"password\":\"[^\"]+\",\"username\":\"[^\"]+\"}");
            assertThat(logins()).hasSize(1);
        }
        end(token);
    }

    private List<List<String>> logins() {
        return server.query("postgres", "SELECT rolname FROM pg_roles WHERE rolname LIKE 'v-%porter%'");
    }
}
