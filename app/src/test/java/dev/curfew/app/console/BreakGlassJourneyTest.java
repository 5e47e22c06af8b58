package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.breakglass.NewPath;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.governance.breakglass.AlertPlan;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// A drill over the console, on a real OpenBao: overdue in the overview, one button, the result, light and dark.
@WithOpenBao
class BreakGlassJourneyTest {
    private static final String CANARY = "secret/data/window-canary";
    private static final String POLICY = """
            path "secret/data/window-canary" { capabilities = ["create", "update", "read"] }
            path "auth/window-userpass/users/+/password" { capabilities = ["update"] }
            """;

    private final AtomicBoolean confirming = new AtomicBoolean(true);

    @Test
    void aPathIsDrilledByOneButton(OpenBao openBao) throws Exception {
        openBao.write("sys/auth/window-userpass", Map.of("type", "userpass"));
        openBao.policy("window-emergency", POLICY);
        HttpServer receiver = receiver();
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            Desk desk = workspace.desk();
            connect(desk, openBao);
            URI alert = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/alerts");
            register(desk, openBao, "bao-emergency", alert);
            register(desk, openBao, "bao-night", alert);
            FxThread.run(() -> {
                try (ShellBench bench =
                        new ShellBench(desk, new Theme(), Clock.systemUTC(), Destination.of(Place.OVERVIEW))) {
                    travel(bench, new Hands(bench));
                }
                for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
                    picture(desk, appearance);
                }
            });
        } finally {
            receiver.stop(0);
        }
    }

    private void travel(ShellBench bench, Hands hands) {
        assertThat(hands.texts()).contains("bao-emergency was never drilled");
        bench.go(Destination.of(Place.BREAK_GLASS, "bao-emergency"));
        drill(hands, "bao-emergency");
        assertThat(hands.texts())
                .anyMatch(text -> text.startsWith("bao-emergency passed. Evidence: "))
                .contains("drilled", "1 of 1 passed, let in after " + activation(hands));

        confirming.set(false);
        bench.go(Destination.of(Place.BREAK_GLASS, "bao-night"));
        drill(hands, "bao-night");
        assertThat(hands.texts())
                .anyMatch(text -> text.startsWith("bao-night did not pass, at Alert: 127.0.0.1 took the message"))
                .contains("Alert: failed", "0 of 1 passed, let in after " + activation(hands));
    }

    private static String activation(Hands hands) {
        return hands.texts().stream()
                .filter(text -> text.startsWith("Activation: "))
                .map(text -> text.substring("Activation: ".length()))
                .findFirst()
                .orElseThrow();
    }

    private static void drill(Hands hands, String path) {
        hands.press("Drill now");
        hands.choose("#officer", 0);
        hands.type("#officer-passphrase", passphrase("ada"));
        hands.type("#holder-ada", passphrase("ada"));
        hands.type("#holder-bo", passphrase("bo"));
        hands.press("Drill " + path);
    }

    private static void picture(Desk desk, Appearance appearance) throws IOException {
        Theme theme = new Theme();
        theme.appearance().set(appearance);
        String name = "break-glass-drilled-" + appearance.name().toLowerCase(Locale.ROOT);
        try (ShellBench bench =
                new ShellBench(desk, theme, Clock.systemUTC(), Destination.of(Place.BREAK_GLASS, "bao-night"))) {
            assertThat(Pictures.keep(bench.picture(), name)).isGreaterThan(20);
            new Hands(bench).press("Drill now");
            assertThat(Pictures.keep(bench.picture(), name + "-dialog")).isGreaterThan(20);
        }
    }

    private static String passphrase(String officer) {
        return officer + "'s own passphrase";
    }

    private static void connect(Desk desk, OpenBao openBao) throws InterruptedException {
        for (String name : List.of("ada", "bo", "cy")) {
            try (Secret passphrase = Secret.of(passphrase(name))) {
                desk.officers().add(new OfficerLogin(name, passphrase), name);
            }
        }
        try (Secret root = openBao.rootToken()) {
            desk.sources()
                    .connect(new NewConnection(
                            new SourceName("bao"), "openbao", openBao.address(), root.copy(), null, Map.of()));
        }
        desk.sources().sync(new SourceName("bao"), Progress.SILENT);
    }

    private static void register(Desk desk, OpenBao openBao, String name, URI alert) throws InterruptedException {
        openBao.write(
                "auth/window-userpass/users/" + name,
                Map.of("password", "first-4711", "token_policies", List.of("window-emergency"), "token_ttl", "1h"));
        NewPath order = new NewPath(
                name,
                new SourceName("bao"),
                CANARY,
                2,
                Duration.ofDays(30),
                Duration.ofDays(1),
                new AlertPlan(alert, false, false, Duration.ofMillis(600)));
        List<OfficerLogin> holders = List.of("ada", "bo", "cy").stream()
                .map(holder -> new OfficerLogin(holder, Secret.of(passphrase(holder))))
                .toList();
        try (Secret credential = Secret.of("window-userpass/" + name + ":first-4711")) {
            desk.breakGlasses().register(holders.getFirst(), holders, order, credential);
        }
    }

    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alerts", exchange -> {
            try (exchange) {
                String query = String.valueOf(exchange.getRequestURI().getQuery());
                String id = query.replaceAll(".*\\bid=([^&]*).*", "$1");
                byte[] answer = ("{\"confirmed\":" + confirming.get() + ",\"id\":\"" + id + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        return server;
    }
}
