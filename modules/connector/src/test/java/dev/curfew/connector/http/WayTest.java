package dev.curfew.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WayTest {
    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString() + " for "
                    + exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    /// Nothing but the proxy can answer for a host that there is not.
    @Test
    void aSourceIsReachedThroughItsProxy() throws InterruptedException {
        Endpoint endpoint = endpoint("http://source.invalid:8200", Map.of("proxy", here(), "allow-plain-http", "true"));

        HttpOutcome outcome = http.send(Call.of("GET", endpoint, "v1/sys/health"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        HttpOutcome.Answered.class,
                        it -> assertThat(it.status()).isEqualTo(204));
        assertThat(asked)
                .hasSize(1)
                .first()
                .asString()
                .contains("/v1/sys/health")
                .endsWith("source.invalid:8200");
    }

    @Test
    void aSourceIsAskedNoMoreOftenThanItsSettingSays() throws InterruptedException {
        Endpoint endpoint = endpoint(here(), Map.of("requests-per-second", "10"));
        long startedAt = System.nanoTime();

        for (int i = 0; i < 6; i++) {
            http.send(Call.of("GET", endpoint, "x"));
        }

        assertThat(asked).hasSize(6);
        // the first has no turn to wait for
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void oneWithoutTheSettingIsNotHeldUp() throws InterruptedException {
        Endpoint endpoint = endpoint(here(), Map.of());

        assertThat(new Turns().of(Call.of("GET", endpoint, "x"))).isZero();
    }

    private String here() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Endpoint endpoint(String address, Map<String, String> settings) {
        return Endpoint.of(
                new Connection(new SourceName("bao"), "openbao", URI.create(address), false, Instant.EPOCH, settings));
    }
}
