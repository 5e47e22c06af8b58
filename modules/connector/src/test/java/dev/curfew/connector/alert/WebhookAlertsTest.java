package dev.curfew.connector.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.breakglass.Alerts.Heard;
import dev.curfew.model.breakglass.Alerts.Receiver;
import dev.curfew.model.breakglass.Alerts.Told;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookAlertsTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "/alerts?key=a%26b, /alerts?key=a%26b&id=d-1&account=a%2Fb+c",
        "/alerts, /alerts?id=d-1&account=a%2Fb+c",
        "'', /?id=d-1&account=a%2Fb+c"
    })
    void itAsksBesideTheQueryThatItsAddressHas(String address, String expected) throws Exception {
        assertThat(heard(address)).isInstanceOf(Heard.Confirmed.class);
        assertThat(asked).containsExactly("GET " + expected);
    }

    @Test
    void aReceiverInsideANetworkIsNotDialledUnlessThatWasSaid() throws Exception {
        Receiver inside = new Receiver(URI.create("https://10.255.255.1:8443/alerts"), false);
        try (Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC())) {
            Told told = new WebhookAlerts(http).tell(inside, Map.of("id", "d-1"));
            assertThat(told.taken()).isFalse();
            assertThat(told.detail())
                    .startsWith("10.255.255.1:8443 stands for an address inside a network")
                    .contains("register the path anew", "--allow-private-addresses");
            assertThat(new WebhookAlerts(http).ask(inside, "d-1", "a/b c")).isEqualTo(new Heard.Unclear(told.detail()));
        }
    }

    private Heard heard(String address) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] answer = "{\"confirmed\":true,\"id\":\"d-1\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try (Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC())) {
            URI receiver = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + address);
            return new WebhookAlerts(http).ask(new Receiver(receiver, false), "d-1", "a/b c");
        } finally {
            server.stop(0);
        }
    }
}
