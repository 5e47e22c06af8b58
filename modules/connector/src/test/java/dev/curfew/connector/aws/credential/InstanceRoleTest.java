package dev.curfew.connector.aws.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.port.SourceException;
import java.io.IOException;
import java.net.URI;
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

/// A metadata service as the EC2 User Guide describes it ("Use the Instance Metadata Service to access instance
/// metadata"), that takes version 2 alone.
class InstanceRoleTest {
    private static final String ID = "ASIAIOSFODNN7EXAMPLE";

    private final MockWebServer service = new MockWebServer();
    private OwnKeysBench bench;
    private String profile = "";

    /// With a role, until told otherwise.
    private String role = "curfew-reads";

    private String token = "a-token";

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        bench = new OwnKeysBench(URI.create("https://iam.amazonaws.com"), folder, Map.of());
        service.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        service.start();
        profile = "[default]\ncredential_source = Ec2InstanceMetadata\nec2_metadata_service_endpoint = "
                + service.url("/");
    }

    @AfterEach
    void stop() {
        bench.close();
        service.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        String roles = "/latest/meta-data/iam/security-credentials/";
        if (request.getMethod().equals("PUT") && path.equals("/latest/api/token")) {
            String seconds = String.valueOf(request.getHeaders().get("X-aws-ec2-metadata-token-ttl-seconds"));
            return seconds.matches("\\d{1,5}") && Integer.parseInt(seconds) <= 21_600 ? ok(token) : status(400);
        }
        if (!token.equals(request.getHeaders().get("X-aws-ec2-metadata-token"))) {
            return status(401);
        }
        if (role.isEmpty()) {
            return status(404);
        }
        if (path.equals(roles)) {
            return ok(role);
        }
        return path.equals(roles + role) ? ok("""
                {"Code":"Success","LastUpdated":"2026-11-30T12:00:00Z","Type":"AWS-HMAC","AccessKeyId":"%s",
                 "SecretAccessKey":"canarySECRETcanarySECRETcanarySECRET0000","Token":"canary",
                 "Expiration":"2026-11-30T18:00:00Z"}""".formatted(ID)) : status(404);
    }

    private static MockResponse ok(String body) {
        return new MockResponse.Builder().code(200).body(body).build();
    }

    private static MockResponse status(int code) {
        return new MockResponse.Builder().code(code).build();
    }

    @Test
    void theRoleOfTheInstanceIsTakenByVersionTwo() throws Exception {
        assertThat(bench.id(profile)).isEqualTo(ID);
        assertThat(service.getRequestCount()).isEqualTo(3);
    }

    @Test
    void anInstanceWithoutARoleSaysSo() {
        role = "";

        assertThatThrownBy(() -> bench.id(profile))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("this machine has no role");
    }

    @Test
    void aTokenThatNoHeaderTakesIsTold() {
        token = "canary-ä";

        assertThatThrownBy(() -> bench.id(profile))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("something that is no token")
                .hasMessageNotContaining("canary");
    }

    @Test
    void whereThereIsNoSuchServiceItIsSaidWhatItIsFor() {
        String nowhere = profile.replaceFirst("http://.*", "http://127.0.0.1:1");

        assertThatThrownBy(() -> bench.id(nowhere))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.UNREACHABLE))
                .hasMessageContaining("EC2 instance");
    }
}
