package dev.curfew.testbed.kubernetes;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.HttpCall;
import dev.curfew.testbed.ModuleFolder;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.GoModule;
import dev.curfew.testbed.process.Launch;
import dev.curfew.testbed.process.ServerProcess;
import dev.curfew.testbed.process.Tls;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A running Kubernetes API server with RBAC on, and its etcd. No nodes: nothing is scheduled. No controllers but
/// where a suite starts them ([ControllerManager]): token secrets stay empty, aggregated roles are not recomputed.
/// Suites share it, so each keeps to names and namespaces of
/// its own; one that counts everything starts its own ([#start], some 3 s).
public final class Kubernetes implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(Kubernetes.class);
    private static final int TOKEN_BYTES = 16;

    /// Seen: the roles it needs itself are there 2 s after it listens.
    private static final Duration READY_MAX = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(50);

    private final ServerProcess etcd;
    private final Launch launch;
    private final ServerFiles files;
    private final Path kubeconfig;
    private final String token;
    private final HttpClient client;
    private ServerProcess server;

    private Kubernetes(ServerProcess etcd, Launch launch, ServerFiles files, String token) {
        this.etcd = etcd;
        this.launch = launch;
        this.files = files;
        this.token = token;
        this.server = ServerProcess.start(launch);
        this.kubeconfig = files.kubeconfig("kubeconfig", address().toString(), token);
        this.client = Tls.client(files.certificate());
    }

    /// Builds it if it was not, which takes minutes; the caller closes it.
    ///
    /// @throws TestbedException if that fails; the message says what to do
    public static Kubernetes start() {
        Cache cache = Cache.ofUser();
        Path etcdProgram = cache.program(GoModule.KUBERNETES, "etcd");
        Path program = cache.program(GoModule.KUBERNETES, "kube-apiserver");
        Path folder = ModuleFolder.target().resolve("testbed").resolve("kubernetes-" + randomHex());
        String token = randomHex();
        ServerFiles files = ServerFiles.write(folder, token);
        ServerProcess etcd = Etcd.start(etcdProgram, folder);
        boolean up = false;
        try {
            Kubernetes started = new Kubernetes(etcd, launch(program, files, etcd.address()), files, token);
            started.awaitReady();
            up = true;
            return started;
        } finally {
            if (!up) {
                etcd.close();
            }
        }
    }

    public URI address() {
        return server.address();
    }

    /// The certificate that clients trust it by, as PEM.
    public Path certificate() {
        return files.certificate();
    }

    /// An administrator's kubeconfig file, readable by its owner.
    public Path kubeconfig() {
        return kubeconfig;
    }

    /// What was done, by whom, without the bodies: a JSON object a line.
    public Path auditLog() {
        return files.auditLog();
    }

    ServerFiles files() {
        return files;
    }

    /// At once, in the middle of whatever it does. What it holds stays, in etcd.
    public void kill() {
        server.close();
    }

    /// Starts it where it was.
    public void startAgain() {
        server = ServerProcess.startAgain(launch, server.address().getPort());
        awaitReady();
    }

    /// A copy of the token of an administrator in `system:masters`; the caller closes it.
    public Secret administratorToken() {
        return Secret.of(token);
    }

    /// A service account's token with another end, signed as the server signs it.
    ///
    /// @param token that the server made
    public String ending(String token, Instant exp) {
        return new SignedTokens(files.signingKey()).ending(token, exp);
    }

    /// Calls the API as administrator, with and for JSON.
    ///
    /// @param path with its leading slash and its query
    public Answer call(String method, String path, Map<String, ?> body) {
        return call(method, path, body, token);
    }

    /// Calls the API with a bearer token.
    ///
    /// @param headers more of them, names and values in turn
    public Answer call(String method, String path, Map<String, ?> body, String bearer, String... headers) {
        List<String> all =
                new ArrayList<>(List.of("Authorization", "Bearer " + bearer, "Content-Type", "application/json"));
        all.addAll(List.of(headers));
        String text = body.isEmpty() ? "" : HttpCall.json(body);
        return HttpCall.send(client, method, address().resolve(path), text, all.toArray(String[]::new));
    }

    /// Creates an object of `rbac.authorization.k8s.io/v1`.
    ///
    /// @param namespace empty for one of the cluster
    /// @param plural `roles`, `clusterroles`, `rolebindings`, `clusterrolebindings`
    /// @throws TestbedException if it was refused
    public Answer createRbac(String namespace, String plural, Map<String, ?> object) {
        String scope = namespace.isEmpty() ? "" : "namespaces/" + namespace + "/";
        return call("POST", "/apis/rbac.authorization.k8s.io/v1/" + scope + plural, object)
                .ok();
    }

    /// @throws TestbedException if it was refused
    public void createNamespace(String name) {
        call("POST", "/api/v1/namespaces", Map.of("metadata", Map.of("name", name)))
                .ok();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        etcd.close();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + READY_MAX.toNanos();
        while (call("GET", "/readyz", Map.of()).status() != 200) {
            if (System.nanoTime() > deadline) {
                server.close();
                throw new TestbedException(MESSAGES.text(
                        "not-ready", READY_MAX.toSeconds(), files.folder().resolve("kube-apiserver.log")));
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TestbedException(
                        MESSAGES.text("not-ready", 0, files.folder().resolve("kube-apiserver.log")), e);
            }
        }
    }

    private static Launch launch(Path program, ServerFiles files, URI etcd) {
        return new Launch(
                "kube-apiserver",
                port -> List.of(
                        program.toString(),
                        "--etcd-servers=" + etcd,
                        "--bind-address=127.0.0.1",
                        "--secure-port=" + port,
                        "--cert-dir=" + files.folder(),
                        "--token-auth-file=" + files.tokens(),
                        "--client-ca-file=" + files.authority(),
                        "--audit-policy-file=" + files.auditPolicy(),
                        "--audit-log-path=" + files.auditLog(),
                        "--authorization-mode=RBAC",
                        "--service-account-issuer=https://kubernetes.default.svc",
                        "--service-account-key-file=" + files.signingKey(),
                        "--service-account-signing-key-file=" + files.signingKey(),
                        "--service-cluster-ip-range=10.0.0.0/24",
                        "--endpoint-reconciler-type=none",
                        "--allow-privileged=true",
                        "--disable-admission-plugins=ServiceAccount"),
                _ -> Map.of(),
                "/livez",
                files.folder().resolve("kube-apiserver.log"),
                files.certificate());
    }

    private static String randomHex() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
