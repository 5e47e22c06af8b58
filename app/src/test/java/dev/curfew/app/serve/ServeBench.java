package dev.curfew.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A workspace that reads a real OpenBao, one officer, policies by which a workload's jobs need nobody, and a server.
final class ServeBench implements AutoCloseable {
    static final String ROLE = "bao:policy/serve-deploy";

    private static final Pattern SERVING = Pattern.compile("https?://127\\.0\\.0\\.1:(\\d+)");

    private static final String POLICIES = """
            @id("jobs-of-workloads")
            permit (principal is Workload, action, resource)
            when { context.purpose like "job*" && context has workload };

            @id("an-officer-decides")
            @requires("1 of officer")
            permit (principal, action, resource);

            @id("no-mischief")
            forbid (principal, action, resource)
            when { context.purpose like "mischief*" };

            @id("an-hour-at-most")
            forbid (principal, action, resource)
            when { context.durationSeconds > 3600 };
            """;

    private final CommandBench commands;
    private final Contract contract = new Contract();
    private @Nullable CurfewProcess server;
    private HttpClient client = HttpClient.newHttpClient();
    private String address = "";

    private ServeBench(CommandBench commands) {
        this.commands = commands;
    }

    static ServeBench in(Path home, OpenBao openBao) {
        CommandBench commands = new CommandBench(home, Clock.systemUTC());
        commands.run("init");
        connect(commands, openBao);
        assertThat(commands.addOfficer("bo").exitCode()).isZero();
        commands.file("serve.cases.json", "{\"base\":{},\"cases\":[]}");
        Path policies = commands.file("serve.cedar", POLICIES);
        var saved = commands.as("bo", "policy", "save", policies.toString());
        assertThat(saved.exitCode()).as(saved.err()).isZero();
        return new ServeBench(commands);
    }

    private static void connect(CommandBench commands, OpenBao openBao) {
        openBao.policy("serve-deploy", "path \"secret/data/serve\" { capabilities = [\"read\"] }");
        commands.connect(
                "openbao",
                "bao",
                openBao.address().toString(),
                credential(openBao, "read"),
                credential(openBao, "act"));
        var synced = commands.json("sync", "bao");
        assertThat(synced.exitCode()).as(synced.err()).isZero();
    }

    private static String credential(OpenBao openBao, String use) {
        openBao.policy("serve-" + use, Shipped.text(OpenBaoConnector.class, use + "-policy.hcl"));
        return openBao.orphan("serve-" + use).value();
    }

    CommandBench commands() {
        return commands;
    }

    void trust(String name, String... how) {
        List<String> line = new ArrayList<>(List.of("workload", "trust", name));
        line.addAll(List.of(how));
        var answer = commands.as("bo", line.toArray(new String[0]));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    /// @param tls null for plain HTTP
    void serve(@Nullable SSLContext tls, String... options) throws InterruptedException {
        List<String> line = new ArrayList<>(List.of("serve", "--port", "0"));
        line.addAll(List.of(options));
        CurfewProcess started = CurfewProcess.start(commands.home(), commands.environment(), line);
        server = started;
        address = servingAt(started);
        if (tls != null) {
            show(tls);
        }
    }

    /// Waits until it says where it serves.
    static String servingAt(CurfewProcess started) throws InterruptedException {
        started.await(() -> SERVING.matcher(started.err()).find());
        Matcher serving = SERVING.matcher(started.err());
        assertThat(serving.find()).isTrue();
        return serving.group();
    }

    /// Connects anew, with another certificate.
    void show(SSLContext tls) {
        client.close();
        client = HttpClient.newBuilder().sslContext(tls).build();
    }

    int port() {
        return URI.create(address).getPort();
    }

    CurfewProcess process() {
        CurfewProcess started = server;
        if (started == null) {
            throw new IllegalStateException("nothing serves");
        }
        return started;
    }

    static String order(String purpose) {
        return "{\"role\":\"%s\",\"ttlSeconds\":900,\"purpose\":\"%s\"}".formatted(ROLE, purpose);
    }

    Told ask(String token, String purpose) {
        return call("POST", "/v1/requests", order(purpose), Map.of("Authorization", "Bearer " + token));
    }

    Told call(String method, String path, String token) {
        return call(method, path, "", token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token));
    }

    /// Every answer is held to the contract.
    ///
    /// @param body sent as JSON unless the headers say otherwise; empty for none
    Told call(String method, String path, String body, Map<String, String> headers) {
        try {
            return held(method, path, new Asked(method, URI.create(address + path), body, headers).by(client));
        } catch (IOException e) {
            throw new AssertionError(
                    method + " " + path + ": " + e + "\n" + process().err(), e);
        }
    }

    Told held(String method, String path, Told told) {
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        contract.check(method, path, told.status(), told.header("Content-Type"), told.body());
        return told;
    }

    Contract contract() {
        return contract;
    }

    /// How many entries of a type the ledger has.
    long entries(String type) {
        long count = 0;
        for (JsonNode entry : commands.json("ledger", "list").items()) {
            count += entry.path("type").asText().equals(type) ? 1 : 0;
        }
        return count;
    }

    @Override
    public void close() {
        client.close();
        if (server != null) {
            server.close();
        }
    }
}
