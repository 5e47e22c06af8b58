package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.proof.ProbeOutcome;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a server may answer that a real one was not made to; drills on a real one are a story of their own.
class OpenBaoDoorTest {
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

    @Test
    void aSessionThatTriedAndCouldNotBeEndedIsTold() throws InterruptedException {
        loggedIn();
        server.enqueue(json(403, "{\"errors\":[\"permission denied\"]}"));

        assertThat(attempt())
                .isInstanceOf(ProbeOutcome.Accepted.class)
                .extracting(ProbeOutcome::detail)
                .asString()
                .contains("could not be ended", "permission denied", "revoke it by hand")
                .doesNotContain("s.trial");
    }

    @Test
    void oneThatWasEndedIsNot() throws InterruptedException {
        loggedIn();
        server.enqueue(new MockResponse.Builder().code(204).build());

        assertThat(attempt()).extracting(ProbeOutcome::detail).isEqualTo("emergency is let in.");
    }

    private void loggedIn() {
        server.enqueue(json(200, "{\"auth\":{\"client_token\":\"s.trial\",\"lease_duration\":3600}}"));
    }

    /// A path's account may be another kind's: its source can have been connected anew under the same name.
    @Test
    void onlyAUsersOwnEntityStandsForTheSameAccount() {
        Identity entity = entity(Map.of("alias:auth/team/userpass/", "emergency"));

        assertThat(door().isSame("user/team/userpass/emergency", entity)).isTrue();
        for (String other : List.of(
                "user/userpass/emergency",
                "user/team/userpass/e",
                "user/emergency",
                "ops/emergency",
                "emergency",
                "")) {
            assertThat(door().isSame(other, entity)).as(other).isFalse();
        }
    }

    private static Identity entity(Map<String, String> tags) {
        return new Identity(
                new IdentityId(new SourceName("bao"), "entity/1"),
                "openbao.entity",
                "entity_1",
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved(""),
                tags,
                new Provenance("entities", "GET identity/entity/id", "{}"));
    }

    private EmergencyDoor door() {
        Connection connection =
                new Connection(new SourceName("bao"), "openbao", server.url("/").uri(), false, Instant.EPOCH, Map.of());
        return new OpenBaoConnector(http, Clock.systemUTC())
                .emergencyDoor(connection)
                .orElseThrow();
    }

    private ProbeOutcome attempt() throws InterruptedException {
        try (Secret credential = Secret.of("userpass/emergency:canary-4711")) {
            return door().attempt(credential);
        }
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
