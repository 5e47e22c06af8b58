package dev.curfew.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands before a server may answer for it; the drill on a real one is a story of its own.
class KubernetesDoorTest {
    private static final String CLAIMS = """
            {"kubernetes.io/serviceaccount/namespace":"break-glass","kubernetes.io/serviceaccount/secret.name":"token",
            "kubernetes.io/serviceaccount/service-account.name":"emergency",
            "kubernetes.io/serviceaccount/service-account.uid":"u1"}""";

    private final MockWebServer server = new MockWebServer();
    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'{\"status\":{\"userInfo\":{\"username\":\"system:serviceaccount:break-glass:emergency\"}}}', Accepted",
                "'{\"status\":{\"userInfo\":{\"username\":\"system:anonymous\"}}}', Indeterminate",
                "'{\"status\":{}}', Indeterminate",
                "'{}', Indeterminate"
            })
    void aTokenThatIsTakenForNobodyIsNotTaken(String review, String outcome) throws InterruptedException {
        server.enqueue(json(201, review));

        try (Secret token = token()) {
            assertThat(door().attempt(token))
                    .extracting(it -> it.getClass().getSimpleName())
                    .isEqualTo(outcome);
        }
    }

    /// The connection's own credential: a cluster that takes it for nobody does not know it.
    @ParameterizedTest
    @CsvSource({"system:serviceaccount:curfew:reader, Works", "system:anonymous, Refused", "'', Unclear"})
    void aConnectionThatIsTakenForNobodyIsToldSo(String name, String standing) throws InterruptedException {
        server.enqueue(json(201, "{\"status\":{\"userInfo\":{\"username\":\"" + name + "\"}}}"));

        try (Secret token = token()) {
            assertThat(new KubernetesConnector(http, Clock.systemUTC())
                            .selfCheck(connection())
                            .orElseThrow()
                            .of(token))
                    .extracting(it -> it.getClass().getSimpleName())
                    .isEqualTo(standing);
        }
    }

    /// Nobody would know of it, and it has no end.
    @Test
    void aSecondTokenThatItMayNotReadIsDeletedAgain() throws InterruptedException {
        server.enqueue(json(201, "{\"metadata\":{\"namespace\":\"break-glass\",\"name\":\"two\",\"uid\":\"u2\"}}"));
        server.enqueue(json(403, "{\"kind\":\"Status\",\"message\":\"secrets is forbidden\"}"));
        server.enqueue(json(200, "{\"kind\":\"Status\",\"status\":\"Success\"}"));

        try (Secret token = token()) {
            assertThatThrownBy(() -> door().fresh(token))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("It needs get on secrets");
        }

        RecordedRequest made = server.takeRequest();
        RecordedRequest read = server.takeRequest();
        RecordedRequest deleted = server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(made.getMethod()).isEqualTo("POST");
        assertThat(deleted).isNotNull();
        assertThat(deleted.getMethod()).isEqualTo("DELETE");
        assertThat(deleted.getUrl().encodedPath())
                .isEqualTo(read.getUrl().encodedPath())
                .startsWith("/api/v1/namespaces/break-glass/secrets/break-glass-token-");
        assertThat(deleted.getBody().utf8()).contains("\"uid\":\"u2\"");
    }

    private EmergencyDoor door() {
        return new KubernetesConnector(http, Clock.systemUTC())
                .emergencyDoor(connection())
                .orElseThrow();
    }

    private Connection connection() {
        return new Connection(
                new SourceName("k8s"), "kubernetes", server.url("/").uri(), false, Instant.EPOCH, Map.of());
    }

    private static Secret token() {
        return Secret.of("e30." + encoded(CLAIMS) + ".c2ln");
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
