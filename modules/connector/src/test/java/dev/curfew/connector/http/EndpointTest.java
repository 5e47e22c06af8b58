package dev.curfew.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.port.SourceException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8200",
                "http://127.8.9.1:8200",
                "http://localhost:8200",
                "http://[::1]:8200",
                "https://bao.example.org"
            })
    void tlsAndThisMachineAreTaken(String address) {
        assertThat(Endpoint.of(URI.create(address), false)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bao.example.org",
                "http://10.0.0.1:8200",
                "http://127.0.0.1.example.org",
                "http://localhost.example.org",
                "HTTP://bao.example.org"
            })
    void plainHttpToElsewhereNeedsItsSetting(String address) {
        assertThatThrownBy(() -> Endpoint.of(URI.create(address), false))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("allow-plain-http");
        assertThat(Endpoint.of(URI.create(address), true).resolve("v1/x")).hasPath("/v1/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bao.example.org", "file:///etc/passwd", "https://ada:canary@bao.example.org", "https:///x"})
    void otherAddressesAreRefusedWithoutBeingRepeated(String address) {
        assertThatThrownBy(() -> Endpoint.of(URI.create(address), true))
                .isInstanceOf(SourceException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void aPathGoesBelowTheAddress() {
        assertThat(Endpoint.of(URI.create("https://host/bao/"), false).resolve("v1/a%20b?list=true"))
                .isEqualTo(URI.create("https://host/bao/v1/a%20b?list=true"));
    }
}
