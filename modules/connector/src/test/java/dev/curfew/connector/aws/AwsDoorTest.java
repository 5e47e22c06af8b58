package dev.curfew.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.SourceException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a break-glass door of AWS says without asking anybody; drills on moto are a story of their own.
class AwsDoorTest {
    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    private final EmergencyDoor door = new AwsConnector(http, Clock.systemUTC())
            .emergencyDoor(new Connection(
                    new SourceName("aws"),
                    "aws",
                    URI.create("https://iam.amazonaws.com"),
                    false,
                    Instant.EPOCH,
                    Map.of("region", "eu-north-1")))
            .orElseThrow();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void amazonsOwnServicesAreNobodyElse() {
        assertThat(door.places())
                .extracting(URI::getHost)
                .containsExactlyInAnyOrder(
                        "iam.amazonaws.com", "sts.eu-north-1.amazonaws.com", "secretsmanager.eu-north-1.amazonaws.com");
    }

    @Test
    void aLineThatNamesNoUserIsNotRepeated() {
        try (Secret pair = Secret.of("AKIAIOSFODNN7EXAMPLE canary-4711-canary")) {
            assertThatThrownBy(() -> door.account(pair))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("the ARN of the user")
                    .hasMessageNotContaining("canary-4711");
        }
    }

    @Test
    void theUserIsTheAccount() {
        try (Secret line = Secret.of("arn:aws:iam::111122223333:user/emergency AKIAIOSFODNN7EXAMPLE canary-4711")) {
            assertThat(door.account(line)).isEqualTo("arn:aws:iam::111122223333:user/emergency");
        }
    }
}
