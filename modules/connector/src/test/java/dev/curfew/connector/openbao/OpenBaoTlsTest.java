package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// An OpenBao whose certificate an authority of its own signed.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoTlsTest {
    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    private final MemorySecrets secrets = new MemorySecrets();
    private final OpenBao openBao;
    private final String authority;

    OpenBaoTlsTest(@TempDir Path certificates) throws IOException {
        openBao = OpenBao.startTls(certificates);
        authority = Files.readString(certificates.resolve("vault-ca.pem"));
    }

    @AfterAll
    void stop() {
        http.close();
        openBao.close();
    }

    @Test
    void isReadByTheAuthorityKeptWithTheConnection() throws InterruptedException {
        Observation observation = observe(connection(authority));

        assertThat(observation.coverage())
                .isNotEmpty()
                .extracting(Coverage::state)
                .containsOnly(CoverageState.READ);
    }

    @Test
    void isNotTrustedByThePlatformsAuthorities() {
        assertThatThrownBy(() -> observe(connection("")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("did not offer a TLS certificate that this machine trusts")
                .hasMessageContaining("--ca-file");
    }

    @Test
    void oneConnectionsTrustIsNotAnothers() throws InterruptedException {
        observe(connection(authority));

        try (Secret root = openBao.rootToken()) {
            assertThat(connector().selfCheck(connection("")).orElseThrow().of(root))
                    .isInstanceOf(Standing.Unclear.class);
            assertThat(connector()
                            .selfCheck(connection(authority))
                            .orElseThrow()
                            .of(root))
                    .isInstanceOf(Standing.Works.class);
        }
    }

    @Test
    void certificatesThatCannotBeReadAreSaidSo() {
        assertThatThrownBy(() -> observe(connection("no certificate")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("The certificates kept with the connection tls cannot be read");
    }

    private Observation observe(Connection connection) throws InterruptedException {
        secrets.put(connection.readSecret(), openBao.rootToken());
        return connector().observer(connection, secrets).observe(Progress.SILENT);
    }

    private OpenBaoConnector connector() {
        return new OpenBaoConnector(http, Clock.systemUTC());
    }

    private Connection connection(String pem) {
        Map<String, String> settings = new HashMap<>();
        if (!pem.isEmpty()) {
            settings.put(Endpoint.CA_CERTIFICATES, pem);
        }
        URI address = URI.create("https://" + openBao.address().getAuthority());
        return new Connection(new SourceName("tls"), "openbao", address, false, Instant.EPOCH, settings);
    }
}
