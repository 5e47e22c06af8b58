package dev.curfew.app.console;

import com.sun.net.httpserver.HttpServer;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.breakglass.NewPath;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.governance.breakglass.AlertPlan;
import dev.curfew.model.breakglass.Alerts.Receiver;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A workspace with three officers and break-glass paths on a real OpenBao, and a receiver of alerts.
public final class GlassHouse implements AutoCloseable {
    public static final String CANARY = "secret/data/window-canary";

    private static final String POLICY = """
            path "secret/data/window-canary" { capabilities = ["create", "update", "read"] }
            path "auth/window-userpass/users/+/password" { capabilities = ["update"] }
            """;
    private static final List<String> OFFICERS = List.of("ada", "bo", "cy");

    private final Desk desk;
    private final OpenBao openBao;
    private final HttpServer receiver;
    private volatile boolean confirming = true;

    /// @param settings of the connection
    public GlassHouse(Desk desk, OpenBao openBao, Map<String, String> settings)
            throws IOException, InterruptedException {
        this.desk = desk;
        this.openBao = openBao;
        // Another class may have had it on the same server.
        openBao.call("DELETE", "sys/auth/window-userpass", Map.of());
        openBao.write("sys/auth/window-userpass", Map.of("type", "userpass"));
        openBao.policy("window-emergency", POLICY);
        receiver = receiver();
        for (String name : OFFICERS) {
            try (Secret passphrase = Secret.of(passphrase(name))) {
                desk.officers().add(new OfficerLogin(name, passphrase), name);
            }
        }
        try (Secret root = openBao.rootToken()) {
            desk.sources()
                    .connect(new NewConnection(
                            new SourceName("bao"), "openbao", openBao.address(), root.copy(), null, settings));
        }
        desk.sources().sync(new SourceName("bao"), Progress.SILENT);
    }

    public static String passphrase(String officer) {
        return officer + "'s own passphrase";
    }

    public static OfficerLogin login(String officer) {
        return new OfficerLogin(officer, Secret.of(passphrase(officer)));
    }

    /// The session that was handed over in a file, opened on another machine.
    public static String token(Path file, Path elsewhere) throws InterruptedException {
        Map<String, Secret> variables = SampleWorkspace.workspaces(elsewhere, Clock.systemUTC())
                .unwrap(file)
                .variables();
        return Objects.requireNonNull(variables.get("BAO_TOKEN")).reveal();
    }

    /// Whether the receiver says from now on that it knows.
    public void confirming(boolean does) {
        confirming = does;
    }

    /// A user who could be a break-glass account.
    ///
    /// @return the credential, as it is registered
    String account(String name) {
        openBao.write(
                "auth/window-userpass/users/" + name,
                Map.of("password", "first-4711", "token_policies", List.of("window-emergency"), "token_ttl", "1h"));
        return "window-userpass/" + name + ":first-4711";
    }

    /// Of alerts.
    URI receiverAddress() {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/alerts");
    }

    /// Of which two of three officers hold shares.
    public void register(String name) throws InterruptedException {
        NewPath order = new NewPath(
                name,
                new SourceName("bao"),
                CANARY,
                2,
                Duration.ofDays(30),
                Duration.ofDays(1),
                new AlertPlan(new Receiver(receiverAddress(), false), false, Duration.ofMillis(600)));
        List<OfficerLogin> holders = OFFICERS.stream().map(GlassHouse::login).toList();
        try (Secret credential = Secret.of(account(name))) {
            desk.breakGlasses().register(holders.getFirst(), holders, order, credential);
        }
    }

    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alerts", exchange -> {
            try (exchange) {
                String query = String.valueOf(exchange.getRequestURI().getQuery());
                String id = query.replaceAll(".*\\bid=([^&]*).*", "$1");
                byte[] answer =
                        ("{\"confirmed\":" + confirming + ",\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        return server;
    }

    @Override
    public void close() {
        receiver.stop(0);
    }
}
