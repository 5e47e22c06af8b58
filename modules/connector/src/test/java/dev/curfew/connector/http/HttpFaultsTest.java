package dev.curfew.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.connection.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionSpec;
import okhttp3.TlsVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final int BYTES_MAX = 1000;

    private final MockWebServer server = new MockWebServer();
    private final List<Duration> waits = new ArrayList<>();
    private Http http;
    private Endpoint endpoint;

    @BeforeEach
    void start() throws IOException {
        server.start();
        http = http(Duration.ofSeconds(20));
        endpoint = Endpoint.of(server.url("/").uri(), false);
    }

    /// @param answerMax generous where it is not what is tested, for a busy machine is no fault
    private Http http(Duration answerMax) {
        return http(answerMax, answerMax);
    }

    private Http http(Duration silenceMax, Duration answerMax) {
        HttpSettings settings = new HttpSettings(
                Duration.ofSeconds(20), silenceMax, answerMax, BYTES_MAX, 3, Duration.ofSeconds(15), 4);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Http(settings, clock, waits::add, RandomGenerator.of("L64X128MixRandom"));
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void anAnswerComesWithStatusHeadersAndBody() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .addHeader("X-One", "1")
                .body("grüße")
                .build());
        assertThat(answered(get())).satisfies(answer -> {
            assertThat(answer.meaning()).isEqualTo(HttpOutcome.Meaning.DONE);
            assertThat(answer.header("x-one")).contains("1");
            assertThat(answer.body()).isEqualTo("grüße");
        });
    }

    @Test
    void readsAreTriedAgainWhenThrottledAsLongAsTheServerAsks() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7")
                .build());
        String inThreeSeconds =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plusSeconds(3).atZone(ZoneOffset.UTC));
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", inThreeSeconds)
                .build());
        server.enqueue(new MockResponse.Builder().code(200).build());
        assertThat(answered(get()).status()).isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(3));
    }

    @Test
    void withoutAWordFromTheServerTheWaitsGrow() throws InterruptedException {
        repeat(3, new MockResponse.Builder().code(429).build());
        assertThat(answered(get()).meaning()).isEqualTo(HttpOutcome.Meaning.THROTTLED);
        assertThat(waits).hasSize(2);
        assertThat(waits.getFirst()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(waits.getLast()).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void aServerThatAsksForTooLongIsNotWaitedFor() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "3600")
                .build());
        assertThat(answered(get()).status()).isEqualTo(429);
        assertThat(waits).isEmpty();
    }

    @Test
    void whatActsIsSentOnce() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(503).build());
        assertThat(answered(post()).status()).isEqualTo(503);
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        assertThat(unanswered(post())).isEqualTo(HttpOutcome.Reason.BROKEN_OFF);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void otherFailuresOfTheServerAreNotTriedAgain() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(500).body("<html>").build());
        assertThat(answered(get()).meaning()).isEqualTo(HttpOutcome.Meaning.FAILED);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aServerThatDoesNotAnswerTimesOut() throws InterruptedException {
        http.close();
        http = http(Duration.ofMillis(500));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        assertThat(unanswered(get())).isEqualTo(HttpOutcome.Reason.TIMED_OUT);
    }

    @Test
    void aServerThatSaysNothingIsGivenUpBeforeOneThatIsSlow() throws InterruptedException {
        http.close();
        http = http(Duration.ofMillis(500), Duration.ofMinutes(10));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        assertThat(unanswered(get())).isEqualTo(HttpOutcome.Reason.TIMED_OUT);
    }

    @Test
    void whatWaitsForWhatIsStillToHappenIsSilentForLonger() throws InterruptedException {
        http.close();
        http = http(Duration.ofMillis(500), Duration.ofMinutes(10));
        server.enqueue(new MockResponse.Builder()
                .headersDelay(1500, TimeUnit.MILLISECONDS)
                .body("happened")
                .build());
        assertThat(answered(get().lasting()).body()).isEqualTo("happened");
    }

    @Test
    void aServerThatTricklesTimesOut() throws InterruptedException {
        http.close();
        http = http(Duration.ofMillis(500));
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(500))
                .throttleBody(10, 200, TimeUnit.MILLISECONDS)
                .build());
        assertThat(unanswered(get())).isEqualTo(HttpOutcome.Reason.TIMED_OUT);
    }

    @Test
    void aTruncatedBodyIsNoAnswer() throws InterruptedException {
        repeat(
                3,
                new MockResponse.Builder()
                        .body("x".repeat(500))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());
        assertThat(unanswered(get())).isEqualTo(HttpOutcome.Reason.BROKEN_OFF);
        assertThat(waits).hasSize(2);
    }

    @Test
    void anAnswerOfTheLimitIsReadAndOneByteMoreIsNot() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("x".repeat(BYTES_MAX)).build());
        assertThat(answered(get()).body()).hasSize(BYTES_MAX);
        server.enqueue(
                new MockResponse.Builder().body("x".repeat(BYTES_MAX + 1)).build());
        assertThat(unanswered(get())).isEqualTo(HttpOutcome.Reason.TOO_LARGE);
        server.enqueue(new MockResponse.Builder()
                .chunkedBody("x".repeat(BYTES_MAX + 1), 100)
                .build());
        assertThat(unanswered(get())).isEqualTo(HttpOutcome.Reason.TOO_LARGE);
    }

    /// Announced, or piece by piece without an end: nobody reads on when the limit is passed.
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10737418240", "Transfer-Encoding: chunked"})
    void tenGigabytesAreNotRead(String length) throws Exception {
        AtomicLong sent = new AtomicLong();
        try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> send(endless, length, sent));
            Endpoint there = Endpoint.of(URI.create("http://127.0.0.1:" + endless.getLocalPort()), false);
            assertThat(unanswered(Call.of("GET", there, "x"))).isEqualTo(HttpOutcome.Reason.TOO_LARGE);
        }
        // what stands in buffers on the way
        assertThat(sent.get()).isLessThan(64L * 1024 * 1024);
    }

    private static void send(ServerSocket endless, String length, AtomicLong sent) {
        byte[] piece = "400\r\n%s\r\n".formatted("x".repeat(1024)).getBytes(UTF_8);
        try (Socket caller = endless.accept()) {
            caller.getOutputStream().write(("HTTP/1.1 200 OK\r\n" + length + "\r\n\r\n").getBytes(UTF_8));
            while (sent.addAndGet(piece.length) < 10L * 1024 * 1024 * 1024) {
                caller.getOutputStream().write(piece);
            }
        } catch (IOException _) {
            // it was hung up, as it should be
        }
    }

    @Test
    void aCallMayLowerTheLimit() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("x".repeat(11)).build());
        assertThat(unanswered(get().responseBytesMax(10))).isEqualTo(HttpOutcome.Reason.TOO_LARGE);
    }

    @Test
    void garbageIsNoAnswer() throws Exception {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 6; i++) {
                    try (java.net.Socket peer = socket.accept()) {
                        peer.getOutputStream()
                                .write("SSH-2.0-canary\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    } catch (IOException _) {
                        return;
                    }
                }
            });
            Endpoint there = Endpoint.of(java.net.URI.create("http://127.0.0.1:" + socket.getLocalPort()), false);
            assertThat(http.send(Call.of("GET", there, "x")))
                    .isInstanceOfSatisfying(HttpOutcome.Unanswered.class, none -> {
                        assertThat(none.reason()).isEqualTo(HttpOutcome.Reason.BROKEN_OFF);
                        assertThat(none.detail()).doesNotContain("canary");
                    });
        }
    }

    @Test
    void nobodyListeningIsUnreachable() throws InterruptedException {
        server.close();
        assertThat(unanswered(get())).isEqualTo(HttpOutcome.Reason.UNREACHABLE);
    }

    /// `localhost` may also be `::1`, where nobody listens.
    @Test
    void anotherAddressOfTheSameNameIsTried() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());
        Endpoint named = Endpoint.of(java.net.URI.create("http://localhost:" + server.getPort()), false);
        assertThat(http.send(Call.of("GET", named, "x"))).isInstanceOf(HttpOutcome.Answered.class);
    }

    @Test
    void aRedirectIsNotFollowed() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", server.url("/elsewhere").toString())
                .build());
        assertThat(answered(get().header("X-Token", Secret.of("t"))).meaning())
                .isEqualTo(HttpOutcome.Meaning.ELSEWHERE);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /// A socket of our own: an HTTP server would wait for a line's end, which a TLS greeting has only by chance.
    @Test
    void aPlainAnswerToATlsCallIsUntrusted() throws Exception {
        assertThat(answeredToTls("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8)))
                .contains("did not offer a TLS certificate that this machine trusts");
    }

    /// What one answers that knows TLS 1.1 at most: the alert `protocol_version` (RFC 4346, 7.2.2), or its choice
    /// of 1.1 in a ServerHello (7.4.1.3).
    @Test
    void aServerOfTls11OnlyIsToldToTake12() throws Exception {
        byte[] alert = HexFormat.of().parseHex("15030100020246");
        byte[] hello = HexFormat.of().parseHex("160302002a02000026" + "0302" + "ab".repeat(32) + "00" + "c013" + "00");

        assertThat(answeredToTls(alert)).contains("speaks no TLS 1.2 or 1.3");
        assertThat(answeredToTls(hello)).contains("speaks no TLS 1.2 or 1.3");
    }

    /// The words for it, and that it was not trusted.
    private String answeredToTls(byte[] answer) throws Exception {
        try (var plain = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInPlain(plain, answer));
            java.net.URI tls = java.net.URI.create("https://127.0.0.1:" + plain.getLocalPort());
            HttpOutcome outcome = http.send(Call.of("GET", Endpoint.of(tls, false), "x"));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            HttpOutcome.Unanswered.class,
                            it -> assertThat(it.reason()).isEqualTo(HttpOutcome.Reason.UNTRUSTED));
            return outcome.toString();
        }
    }

    private static void answerInPlain(java.net.ServerSocket plain, byte[] answer) {
        try {
            while (!plain.isClosed()) {
                try (var caller = plain.accept()) {
                    caller.getOutputStream().write(answer);
                    caller.getOutputStream().flush();
                    // closed with something unread, it would be reset, and what was answered lost
                    caller.getInputStream().readAllBytes();
                }
            }
        } catch (java.io.IOException e) {
            // The test is over and has closed the socket.
        }
    }

    @Test
    void interruptingTheThreadCancelsTheCall() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        List<Throwable> seen = new ArrayList<>();
        Http patient = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                patient.send(get());
            } catch (InterruptedException e) {
                seen.add(e);
            }
        });
        server.takeRequest();
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(1)))
                .as("ended within a second")
                .isTrue();
        assertThat(seen).singleElement().isInstanceOf(InterruptedException.class);
        patient.close();
    }

    @Test
    void callsOneAfterAnotherShareAConnection() throws InterruptedException {
        List<Integer> connections = new ArrayList<>();
        for (int call = 0; call < 20; call++) {
            server.enqueue(new MockResponse.Builder().body("{}").build());
            answered(get());
            connections.add(server.takeRequest().getConnectionIndex());
        }
        // an answer may be read before its connection is back in the pool
        assertThat(connections.stream().distinct()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void nothingOlderThanTls12IsSpoken() {
        assertThat(http.clientFor(get()).connectionSpecs().stream()
                        .filter(ConnectionSpec::isTls)
                        .flatMap(spec -> Objects.requireNonNull(spec.tlsVersions()).stream()))
                .containsOnly(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);
    }

    private Call get() {
        return Call.of("GET", endpoint, "v1/thing");
    }

    private Call post() {
        return Call.of("POST", endpoint, "v1/thing").body("application/json", new byte[] {'{', '}'});
    }

    private void repeat(int times, MockResponse response) {
        for (int i = 0; i < times; i++) {
            server.enqueue(response);
        }
    }

    private HttpOutcome.Answered answered(Call call) throws InterruptedException {
        HttpOutcome outcome = http.send(call);
        assertThat(outcome).isInstanceOf(HttpOutcome.Answered.class);
        return (HttpOutcome.Answered) outcome;
    }

    private HttpOutcome.Reason unanswered(Call call) throws InterruptedException {
        HttpOutcome outcome = http.send(call);
        assertThat(outcome).isInstanceOf(HttpOutcome.Unanswered.class);
        return ((HttpOutcome.Unanswered) outcome).reason();
    }
}
