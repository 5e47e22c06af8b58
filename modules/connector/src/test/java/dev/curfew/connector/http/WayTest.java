package dev.curfew.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void aSourceIsAskedForNoMoreAtOnceThanItsSettingSays() throws InterruptedException {
        Call two = Call.of("GET", endpoint(here(), Map.of("requests-at-once", "2")), "x");
        Places places = new Places();
        Places.Place one = places.take(two);
        CountDownLatch third = new CountDownLatch(1);
        try (Places.Place _ = places.take(two)) {
            Thread.ofVirtual().start(() -> take(places, two, third));
            assertThat(third.await(100, TimeUnit.MILLISECONDS)).isFalse();
            one.close();
            assertThat(third.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void take(Places places, Call call, CountDownLatch taken) {
        try (Places.Place _ = places.take(call)) {
            taken.countDown();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::a00:1]",
                "[2002:a00:1::1]",
                "2130706434"
            })
    void anAddressInsideIsNotDialledUnlessItsSettingSaysSo(String host) throws InterruptedException {
        Endpoint endpoint = endpoint("https://" + host + ":1", Map.of());

        assertThat(http.send(Call.of("GET", endpoint, "x")))
                .isInstanceOfSatisfying(HttpOutcome.Unanswered.class, it -> {
                    assertThat(it.reason()).isEqualTo(HttpOutcome.Reason.NOT_DIALLED);
                    assertThat(it.detail()).contains(host).contains("--allow-private-addresses");
                });
    }

    /// A name that stood for something outside when it was connected, and is this machine when it is dialled.
    @Test
    void whatANameStandsForIsLookedAtWhenItIsDialled() throws InterruptedException {
        String address = "http://source.example:" + server.getAddress().getPort();
        Map<String, String> plain = Map.of("allow-plain-http", "true");
        Map<String, String> inside = Map.of("allow-plain-http", "true", "allow-private-addresses", "true");
        try (Http rebound = new Http(
                HttpSettings.DEFAULTS,
                Clock.systemUTC(),
                Pause.SLEEP,
                RandomGenerator.getDefault(),
                _ -> List.of(InetAddress.getLoopbackAddress()))) {
            assertThat(rebound.send(Call.of("GET", endpoint(address, inside), "a")))
                    .isInstanceOf(HttpOutcome.Answered.class);
            // not along the connection that is open, either
            assertThat(rebound.send(Call.of("GET", endpoint(address, plain), "b")))
                    .isInstanceOfSatisfying(
                            HttpOutcome.Unanswered.class,
                            it -> assertThat(it.reason()).isEqualTo(HttpOutcome.Reason.NOT_DIALLED));
        }
        assertThat(asked).singleElement().asString().startsWith("/a ");
    }

    /// A company's proxy commonly stands inside, and what the source is called only it knows.
    @Test
    void theProxyThatThisMachineHasIsDialledWhereverItStands() throws InterruptedException {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(InetSocketAddress.createUnresolved(
                "proxy.example", server.getAddress().getPort())));
        Map<String, String> plain = Map.of("allow-plain-http", "true");
        try (Http proxied =
                new Http(HttpSettings.DEFAULTS, Clock.systemUTC(), Pause.SLEEP, RandomGenerator.getDefault(), name -> {
                    if (name.equals("proxy.example")) {
                        return List.of(InetAddress.getLoopbackAddress());
                    }
                    throw new UnknownHostException(name);
                })) {
            assertThat(proxied.send(Call.of("GET", endpoint("http://source.example", plain), "x")))
                    .isInstanceOf(HttpOutcome.Answered.class);
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(asked).singleElement().asString().endsWith("/x for source.example");
    }

    @Test
    void whatAProxyIsAskedForOnlyTheProxyKnows() throws InterruptedException {
        Map<String, String> settings = Map.of("allow-plain-http", "true");
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(server.getAddress()));
        try (Http proxied = new Http(HttpSettings.DEFAULTS, Clock.systemUTC())) {
            assertThat(proxied.send(Call.of("GET", endpoint("http://10.1.2.3", settings), "machines")))
                    .isInstanceOf(HttpOutcome.Answered.class);
        } finally {
            ProxySelector.setDefault(before);
        }
        Map<String, String> own = Map.of("allow-plain-http", "true", "proxy", here());
        assertThat(http.send(Call.of("GET", endpoint("http://10.1.2.3", own), "own")))
                .isInstanceOf(HttpOutcome.Answered.class);
        assertThat(asked).containsExactly("http://10.1.2.3/machines for 10.1.2.3", "http://10.1.2.3/own for 10.1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "proxy.example"})
    void aProxyInsideIsNotDialledUnlessItsSettingSaysSo(String host) throws InterruptedException {
        String proxy = "http://" + host + ":" + server.getAddress().getPort();
        Map<String, String> settings = Map.of("proxy", proxy, "allow-plain-http", "true");
        try (Http inside = new Http(
                HttpSettings.DEFAULTS,
                Clock.systemUTC(),
                Pause.SLEEP,
                RandomGenerator.getDefault(),
                _ -> List.of(InetAddress.getLoopbackAddress()))) {
            assertThat(inside.send(Call.of("GET", endpoint("http://source.example", settings), "x")))
                    .isInstanceOfSatisfying(HttpOutcome.Unanswered.class, it -> {
                        assertThat(it.reason()).isEqualTo(HttpOutcome.Reason.NOT_DIALLED);
                        assertThat(it.detail())
                                .startsWith("The proxy of source.example")
                                .contains("--allow-private-addresses");
                    });
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aProxyInsideIsDialledWhereItsSettingSaysSo() throws InterruptedException {
        String proxy = "http://proxy.example:" + server.getAddress().getPort();
        Map<String, String> settings =
                Map.of("proxy", proxy, "allow-plain-http", "true", "allow-private-addresses", "true");
        try (Http inside = new Http(
                HttpSettings.DEFAULTS,
                Clock.systemUTC(),
                Pause.SLEEP,
                RandomGenerator.getDefault(),
                _ -> List.of(InetAddress.getLoopbackAddress()))) {
            assertThat(inside.send(Call.of("GET", endpoint("http://source.example", settings), "x")))
                    .isInstanceOf(HttpOutcome.Answered.class);
        }
        assertThat(asked).singleElement().asString().endsWith("/x for source.example");
    }

    @Test
    void thisMachineIsDialledWhereItIsNamedAsSuch() throws InterruptedException {
        String port = ":" + server.getAddress().getPort();

        for (String host : List.of("127.0.0.1", "localhost")) {
            assertThat(http.send(Call.of("GET", endpoint("http://" + host + port, Map.of()), "x")))
                    .isInstanceOf(HttpOutcome.Answered.class);
        }
    }

    private String here() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Endpoint endpoint(String address, Map<String, String> settings) {
        return Endpoint.of(
                new Connection(new SourceName("bao"), "openbao", URI.create(address), false, Instant.EPOCH, settings));
    }
}
