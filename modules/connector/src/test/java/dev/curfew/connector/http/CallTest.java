package dev.curfew.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {
    private static final Endpoint HOST = Endpoint.of(URI.create("https://host"), false);

    @Test
    void itPrintsWithoutHeadersQueryAndBody() {
        Call call = Call.of("POST", HOST, "v1/x?key=canary")
                .header("X-Token", Secret.of("canary"))
                .body("text/plain", "canary".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(call).hasToString("POST /v1/x");
    }

    @Test
    void itGoesToAWholeAddressAsThatIs() {
        URI address = URI.create("https://host:8443//hooks/a%2Fb?key=x%26y");

        assertThat(Call.to("POST", address, null, false).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host/x", "https://user@host/x", "ftp://host/x", "https:/x", "mailto:a@host"})
    void itGoesToNoAddressThatSecretsMayNotGoTo(String address) {
        assertThatThrownBy(() -> Call.to("POST", URI.create(address), null, false))
                .isInstanceOf(SourceException.class);
    }

    /// OkHttp would quote the value in its exception.
    @Test
    void aSecretThatCannotStandInAHeaderIsNotRepeated() {
        assertThatThrownBy(() -> Call.of("GET", HOST, "x").header("X-Token", Secret.of("canary\nX-Other: 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }
}
