package dev.curfew.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final Endpoint HOST = Endpoint.of(URI.create("https://host"), false);

    @Test
    void itPrintsWithoutHeadersQueryAndBody() {
        Call call = Call.of("POST", HOST, "v1/x?key=canary")
                .header("X-Token", Secret.of("canary"))
                .body("text/plain", "canary".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(call).hasToString("POST /v1/x");
    }

    /// OkHttp would quote the value in its exception.
    @Test
    void aSecretThatCannotStandInAHeaderIsNotRepeated() {
        assertThatThrownBy(() -> Call.of("GET", HOST, "x").header("X-Token", Secret.of("canary\nX-Other: 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }
}
