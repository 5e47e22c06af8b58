package dev.curfew.connector.aws.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.port.SourceException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service as the SDKs and Tools Reference Guide describes it ("Container credential provider"), that gives the role
/// to whoever has the token.
class ContainerRoleTest {
    private static final String ID = "ASIAIOSFODNN7EXAMPLE";
    private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final String FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";

    @TempDir
    private Path folder;

    private final MockWebServer service = new MockWebServer();
    private OwnKeysBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new OwnKeysBench(URI.create("https://iam.amazonaws.com"), folder, Map.of());
        service.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        service.start();
    }

    @AfterEach
    void stop() {
        bench.close();
        service.close();
    }

    private static MockResponse answer(RecordedRequest request) {
        boolean known = request.getTarget().equals("/v1/credentials?a=b")
                && "Bearer a-token".equals(request.getHeaders().get("Authorization"));
        return known
                ? new MockResponse.Builder().code(200).body("""
                {"AccessKeyId":"%s","SecretAccessKey":"canarySECRETcanarySECRETcanarySECRET0000",
                 "Token":"canary","Expiration":"2026-11-30T18:00:00Z"}""".formatted(ID)).build()
                : new MockResponse.Builder().code(401).build();
    }

    @Test
    void theRoleOfTheContainerIsTakenByTheTokenThatTheFileHasNow() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "old");
        bench.in(Map.of(FULL, service.url("/v1/credentials?a=b").toString(), FILE, token.toString()));
        assertThatThrownBy(() -> bench.id("container-role"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("refused (401)");

        Files.writeString(token, "Bearer a-token\n");
        assertThat(bench.id("container-role")).isEqualTo(ID);
        assertThat(bench.id("[default]\ncredential_source = EcsContainer\n")).isEqualTo(ID);
    }

    @Test
    void theTokenGoesToNobodyElseByPlainHttp() {
        bench.in(Map.of(FULL, "http://169.254.169.254/x", "AWS_CONTAINER_AUTHORIZATION_TOKEN", "canary"));

        assertThatThrownBy(() -> bench.id("container-role"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("http://169.254.169.254/x is no address")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aTokenThatNoHeaderTakesIsToldAndNotRepeated() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "Bearer canary\ntwo");
        bench.in(Map.of(FULL, service.url("/v1/credentials?a=b").toString(), FILE, token.toString()));

        assertThatThrownBy(() -> bench.id("container-role"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("has characters that no header takes")
                .hasMessageNotContaining("canary");
        assertThat(service.getRequestCount()).isZero();
    }

    @Test
    void outsideOfAContainerItIsSaidWhatIsMissing() {
        assertThatThrownBy(() -> bench.id("container-role"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("this container has no role: neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    }
}
