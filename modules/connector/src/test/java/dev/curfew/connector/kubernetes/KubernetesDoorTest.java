package dev.curfew.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
        server.enqueue(new MockResponse.Builder()
                .code(201)
                .addHeader("Content-Type", "application/json")
                .body(review)
                .build());
        Connection connection = new Connection(
                new SourceName("k8s"), "kubernetes", server.url("/").uri(), false, Instant.EPOCH, Map.of());

        try (Secret token = Secret.of("e30." + encoded(CLAIMS) + ".c2ln")) {
            assertThat(new KubernetesConnector(http, Clock.systemUTC())
                            .emergencyDoor(connection)
                            .orElseThrow()
                            .attempt(token))
                    .extracting(it -> it.getClass().getSimpleName())
                    .isEqualTo(outcome);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
