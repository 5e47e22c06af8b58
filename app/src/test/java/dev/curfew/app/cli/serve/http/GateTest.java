package dev.curfew.app.cli.serve.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
    @Test
    void aPortThatTheSchemeHasAnywayIsLeftOut() {
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "localhost:80")) {
            assertThatCode(() -> check(new Gate("http", 80), host)).as(host).doesNotThrowAnyException();
        }
        assertThatCode(() -> check(new Gate("https", 443), "localhost")).doesNotThrowAnyException();
        assertThatCode(() -> new Gate("https", 443)
                        .check(
                                URI.create("/v1/health"),
                                Headers.of(
                                        Map.of("Host", List.of("localhost"), "Origin", List.of("https://localhost")))))
                .doesNotThrowAnyException();
    }

    @Test
    void anyOtherPortIsNamed() {
        for (Gate gate : List.of(new Gate("http", 8743), new Gate("http", 443), new Gate("https", 80))) {
            assertThatThrownBy(() -> check(gate, "localhost")).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> check(new Gate("http", 80), "evil.example")).isInstanceOf(Problem.class);
    }

    private static void check(Gate gate, String host) {
        gate.check(URI.create("/v1/health"), Headers.of("Host", host));
    }
}
