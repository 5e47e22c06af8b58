package dev.curfew.connector.aws.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.port.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An access portal as the IAM Identity Center Portal API Reference describes it ("GetRoleCredentials"), and the cache
/// that `aws sso login` writes.
class SingleSignOnTest {
    private static final String CONFIG = """
            [profile audit]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = ReadOnly
            [profile older]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-west-1
            sso_account_id = 111122223333
            sso_role_name = ReadOnly
            [sso-session corp]
            sso_region = eu-west-1
            sso_start_url = https://corp.awsapps.com/start
            """;

    /// By the SHA-1 of the session's name, and of the start URL.
    private static final String OF_SESSION = "sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

    private static final String OF_START = "sso/cache/a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json";

    private static final String SIGNED_IN = "{\"accessToken\":\"canary\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}";

    private static final String RENEWABLE = """
            {"accessToken":"canary","expiresAt":"2020-01-01T00:00:00Z","refreshToken":"canary-old","clientId":"client",
             "clientSecret":"canary-client","registrationExpiresAt":"2099-01-01T00:00:00Z","region":"eu-west-1"}""";

    private static final String KEY = """
            {"roleCredentials":{"accessKeyId":"ASIAIOSFODNN7EXAMPLE","expiration":1764525600000,
             "secretAccessKey":"canarySECRETcanarySECRETcanarySECRET0000","sessionToken":"canary"}}""";

    @TempDir
    private Path home;

    private final MockWebServer portal = new MockWebServer();
    private OwnKeysBench bench;

    @BeforeEach
    void start() throws IOException {
        portal.start();
        bench = new OwnKeysBench(portal.url("/").uri(), home, Map.of()).file("config", CONFIG);
    }

    @AfterEach
    void stop() {
        bench.close();
        portal.close();
    }

    @Test
    void theTokenOfTheSignInGivesTheRoleItsKey() throws Exception {
        bench.file(OF_SESSION, SIGNED_IN).file(OF_START, SIGNED_IN);
        for (String profile : new String[] {"audit", "older"}) {
            portal.enqueue(answer(200, KEY));

            assertThat(bench.id("profile " + profile)).isEqualTo("ASIAIOSFODNN7EXAMPLE");

            RecordedRequest request = portal.takeRequest();
            assertThat(request.getRequestLine())
                    .startsWith("GET /federation/credentials?role_name=ReadOnly&account_id=111122223333 ");
            assertThat(request.getHeaders().get("x-amz-sso_bearer_token")).isEqualTo("canary");
            assertThat(request.getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void aKeyThatAnotherProgramLeftIsNotTakenInItsPlace() throws Exception {
        bench.file(OF_SESSION, SIGNED_IN).file("credentials", """
                [audit]
                aws_access_key_id = AKIAIOSFODNN7EXAMPLE
                aws_secret_access_key = canarySECRETcanarySECRETcanarySECRET0000
                """);
        portal.enqueue(answer(403, "{\"__type\":\"ForbiddenException\",\"message\":\"No access\"}"));

        refused("no key for the profile audit");
    }

    @Test
    void whoIsNoLongerSignedInIsToldHowAndNothingIsAsked() throws Exception {
        bench.file(OF_SESSION, SIGNED_IN.replace("2099", "2020"));

        refused("aws sso login --profile audit");
        assertThat(portal.getRequestCount()).isZero();
    }

    /// As the IAM Identity Center OIDC API Reference describes "CreateToken".
    @Test
    void aSignInThatIsOverIsRenewedOnceAndWrittenBack() throws Exception {
        bench.file(OF_SESSION, RENEWABLE);
        portal.enqueue(answer(200, """
                {"accessToken":"canary-new","expiresIn":28800,"refreshToken":"canary-next","tokenType":"Bearer"}"""));
        portal.enqueue(answer(200, KEY));
        portal.enqueue(answer(200, KEY));

        assertThat(bench.id("profile audit")).isEqualTo("ASIAIOSFODNN7EXAMPLE");
        assertThat(bench.id("profile audit")).isEqualTo("ASIAIOSFODNN7EXAMPLE");

        RecordedRequest renewal = portal.takeRequest();
        assertThat(renewal.getRequestLine()).startsWith("POST /token ");
        assertThat(Objects.requireNonNull(renewal.getBody()).utf8())
                .isEqualTo("{\"clientId\":\"client\",\"clientSecret\":\"canary-client\","
                        + "\"grantType\":\"refresh_token\",\"refreshToken\":\"canary-old\"}");
        for (int each = 0; each < 2; each++) {
            assertThat(portal.takeRequest().getHeaders().get("x-amz-sso_bearer_token"))
                    .isEqualTo("canary-new");
        }
        assertThat(Files.readString(home.resolve(OF_SESSION)))
                .contains(
                        "\"accessToken\":\"canary-new\"",
                        "\"refreshToken\":\"canary-next\"",
                        "\"region\":\"eu-west-1\"");
        try (var files = Files.list(home.resolve("sso/cache"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whereARenewalIsRefusedOneSignsInAgain() throws Exception {
        bench.file(OF_SESSION, RENEWABLE);
        portal.enqueue(answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"canary\"}"));

        refused("aws sso login --profile audit");
        assertThat(Files.readString(home.resolve(OF_SESSION))).isEqualTo(RENEWABLE);
    }

    @Test
    void aRenewalWithoutATokenLeavesTheSignInAsItWas() throws Exception {
        bench.file(OF_SESSION, RENEWABLE);
        portal.enqueue(answer(200, "{\"expiresIn\":28800}"));

        refused("the answer of IAM Identity Center could not be read");
        assertThat(Files.readString(home.resolve(OF_SESSION))).isEqualTo(RENEWABLE);
        try (var files = Files.list(home.resolve("sso/cache"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aRefusalNamesTheProfileAndNoToken() throws Exception {
        bench.file(OF_SESSION, SIGNED_IN);
        portal.enqueue(answer(403, "{\"__type\":\"ForbiddenException\",\"message\":\"No access\"}"));

        refused("no key for the profile audit");
    }

    private void refused(String why) {
        assertThatThrownBy(() -> bench.id("profile audit"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("canary");
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
