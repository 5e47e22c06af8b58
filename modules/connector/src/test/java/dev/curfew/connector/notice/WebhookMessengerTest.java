package dev.curfew.connector.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.notice.NoticeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Notices to a receiver that checks who says them, and to ones that fail.
class WebhookMessengerTest {
    private static final String SECRET = "a secret that both sides have";

    private static final Notice NOTICE = new Notice(
            "0123456789abcdef0123456789abcdef",
            NoticeEvent.BREAK_GLASS_OPENED,
            "u-00001",
            "Break-glass db was opened by ada",
            "ada opened the break-glass path db: Größe.",
            List.of("bo"),
            Instant.parse("2026-11-29T12:00:00Z"));

    private static Told carry(URI address, String secret) throws InterruptedException {
        return carry(new Carrier.Way.Webhook(address, "", false), secret);
    }

    private static Told carry(Carrier.Way.Webhook webhook, String secret) throws InterruptedException {
        Carrier carrier = new Carrier("pager", webhook, EnumSet.allOf(NoticeEvent.class), "");
        try (Messengers messengers = new Messengers(Clock.systemUTC(), Map.of());
                Secret own = Secret.of(secret)) {
            return messengers.carry(carrier, NOTICE, own);
        }
    }

    @Test
    void aReceiverKnowsWhoSaysItAndWhen() throws Exception {
        List<String> accepted = new ArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        receiver.createContext("/hooks", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                boolean good = isSigned(exchange.getRequestHeaders().getFirst("Curfew-Signature"), body)
                        && exchange.getRequestMethod().equals("POST")
                        && "a=b".equals(exchange.getRequestURI().getQuery());
                if (good) {
                    accepted.add(new String(body, StandardCharsets.UTF_8));
                }
                exchange.sendResponseHeaders(good ? 202 : 401, -1);
            }
        });
        receiver.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks/curfew?a=b");
            assertThat(carry(address, SECRET)).isEqualTo(new Told(true, "The receiver answered 202."));
            assertThat(accepted)
                    .containsExactly("{\"about\":\"u-00001\",\"at\":\"2026-11-29T12:00:00Z\","
                            + "\"event\":\"break-glass-opened\",\"id\":\"0123456789abcdef0123456789abcdef\","
                            + "\"officers\":[\"bo\"],\"schema\":\"curfew.notice/1\","
                            + "\"text\":\"ada opened the break-glass path db: Größe.\","
                            + "\"title\":\"Break-glass db was opened by ada\",\"urgent\":true}");
            assertThat(carry(address, "another secret altogether"))
                    .isEqualTo(new Told(false, "The receiver answered 401."));
            assertThat(accepted).hasSize(1);
        } finally {
            receiver.stop(0);
        }
    }

    /// As `docs/user/notices.md` has receivers do it.
    private static boolean isSigned(@Nullable String header, byte[] body) {
        if (header == null) {
            return false;
        }
        String time = header.replaceFirst("^t=(\\d+),v1=.*$", "$1");
        String signature = header.replaceFirst("^.*,v1=", "");
        long age = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(time));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return age < 300
                    && MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsTriedAgainHasTheSameId() throws Exception {
        try (MockWebServer server = started()) {
            server.enqueue(new MockResponse.Builder().code(503).build());
            server.enqueue(new MockResponse.Builder()
                    .code(429)
                    .addHeader("Retry-After", "0")
                    .build());
            server.enqueue(new MockResponse.Builder().code(200).build());
            assertThat(carry(server.url("/hook").uri(), SECRET).there()).isTrue();
            for (int i = 0; i < 3; i++) {
                RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
                assertThat(request.getHeaders().get("Curfew-Notice")).isEqualTo(NOTICE.id());
            }
        }
    }

    @Test
    void whereAReceiverPointsItDoesNotGo() throws Exception {
        try (MockWebServer server = started();
                MockWebServer other = started()) {
            server.enqueue(new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", other.url("/steal").toString())
                    .build());
            Told told = carry(server.url("/hook").uri(), SECRET);
            assertThat(told.there()).isFalse();
            assertThat(told.words()).contains("307", "elsewhere");
            assertThat(other.getRequestCount()).isZero();
        }
    }

    @Test
    void aReceiverThatIsNotThereOrInTheClearElsewhereIsToldSo() throws Exception {
        URI gone;
        try (MockWebServer server = started()) {
            gone = server.url("/hook").uri();
        }
        assertThat(carry(gone, SECRET).there()).isFalse();
        Told plain = carry(URI.create("http://pager.example.org/hook"), SECRET);
        assertThat(plain.there()).isFalse();
        assertThat(plain.words()).contains("pager.example.org").doesNotContain(SECRET);
    }

    @Test
    void aReceiverInsideANetworkIsNotDialledUnlessThatWasSaid() throws Exception {
        Told told = carry(URI.create("https://10.255.255.1:8443/hook"), SECRET);
        assertThat(told.there()).isFalse();
        assertThat(told.words())
                .startsWith("10.255.255.1:8443 stands for an address inside a network")
                .contains("add the carrier again", "--allow-private-addresses");
    }

    @Test
    void certificatesThatCannotBeReadAreToldAndNothingIsSent() throws Exception {
        try (MockWebServer server = started()) {
            Told told = carry(
                    new Carrier.Way.Webhook(server.url("/hook").uri(), "-----BEGIN CERTIFICATE-----\nAAAA", false),
                    SECRET);
            assertThat(told.there()).isFalse();
            assertThat(told.words()).contains("cannot be read", "--ca-file");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    private static MockWebServer started() {
        MockWebServer server = new MockWebServer();
        try {
            server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }
}
