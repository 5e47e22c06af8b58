package dev.curfew.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.kubernetes.api.OwnUsers;
import dev.curfew.connector.kubernetes.config.Logins;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.kubernetes.ControllerManager;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A cluster is read by a kubeconfig file as by the token that stands in it: with certificates in files, with a token
/// in
/// a file that somebody else renews, with what a program answers. No other trust is given than the file's own.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubeconfigTest {
    private Kubernetes kubernetes;
    private Kubectl kubectl;
    private String reader = "";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    void start() {
        kubernetes = Kubernetes.start();
        kubectl = Kubectl.of(kubernetes);
        kubectl.run(ConnectedCluster.shipped("read-policy.yaml"), List.of("apply", "-f", "-"));
        reader = ConnectedCluster.token(kubectl, "curfew", "curfew-reader");
        kubectl.run("create", "serviceaccount", "blind", "--namespace=curfew");
    }

    @AfterAll
    void stop() {
        kubernetes.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// @param user in YAML's flow style
    private String config(String user) {
        return config(kubernetes.address().toString(), user);
    }

    private String config(String server, String user) {
        return """
                apiVersion: v1
                kind: Config
                current-context: reading
                clusters:
                - name: cluster
                  cluster: {server: "%s", certificate-authority: "%s"}
                contexts:
                - name: reading
                  context: {cluster: cluster, user: user}
                users:
                - name: user
                  user: %s
                """.formatted(server, kubernetes.certificate().toAbsolutePath(), user);
    }

    private ConnectedCluster connect(String config, Map<String, String> settings) {
        return new ConnectedCluster(kubernetes.address(), config, "", settings);
    }

    private static List<CoverageState> states(Observation observation) {
        return observation.coverage().stream().map(Coverage::state).distinct().toList();
    }

    private void assertReadsAll(Observation observation) throws InterruptedException {
        assertThat(states(observation)).containsExactly(CoverageState.READ);
        try (ConnectedCluster byToken = ConnectedCluster.with(kubernetes, kubectl)) {
            assertThat(withoutOwnMarks(observation))
                    .containsExactlyInAnyOrderElementsOf(withoutOwnMarks(byToken.observe()));
        }
    }

    /// Which identity is our own differs by what is read with: the file's user or the account of the token.
    private static List<Fact> withoutOwnMarks(Observation observation) {
        return observation.facts().stream().map(KubeconfigTest::withoutOwnMark).toList();
    }

    private static Fact withoutOwnMark(Fact fact) {
        return switch (fact) {
            case Identity it ->
                new Identity(
                        it.id(),
                        it.kind(),
                        it.name(),
                        it.ownership(),
                        it.createdAt(),
                        it.usage(),
                        unmarked(it.tags()),
                        it.provenance());
            case Credential it ->
                new Credential(
                        it.id(),
                        it.kind(),
                        it.name(),
                        it.holder(),
                        it.parent(),
                        it.createdAt(),
                        it.expiry(),
                        it.usage(),
                        it.active(),
                        unmarked(it.attributes()),
                        it.provenance());
            default -> fact;
        };
    }

    private static Map<String, String> unmarked(Map<String, String> marked) {
        Map<String, String> left = new HashMap<>(marked);
        left.remove(OwnUsers.MARK);
        return left;
    }

    @Test
    void aClientCertificateInFilesReadsAsMuchAsAToken() throws Exception {
        Path key;
        String chain;
        try (ControllerManager signing = ControllerManager.start(kubernetes)) {
            key = file("client.key", CertificateRequests.request(kubectl, "laptop", "/O=night-shift/CN=laptop", true));
            chain = signed("laptop");
            assertThat(signing).isNotNull();
        }
        Path certificate = file("client.crt", chain);
        kubectl.run("create", "clusterrolebinding", "laptop", "--clusterrole=curfew-read", "--user=laptop");
        String config = config("{client-certificate: \"%s\", client-key: \"%s\"}".formatted(certificate, key));

        try (ConnectedCluster connected = connect(config, Map.of())) {
            assertReadsAll(connected.observe());
            try (Secret kept = Secret.of(config)) {
                assertThat(connected
                                .connector()
                                .selfCheck(connected.connection)
                                .orElseThrow()
                                .of(kept))
                        .isInstanceOfSatisfying(Standing.Works.class, works -> {
                            assertThat(works.who()).startsWith("laptop ").contains("night-shift");
                            assertThat(works.expiry()).isInstanceOf(Expiry.At.class);
                        });
            }
        }
    }

    private String signed(String request) throws InterruptedException {
        String encoded = "";
        for (long end = System.nanoTime() + 30_000_000_000L; encoded.isEmpty() && System.nanoTime() < end; ) {
            Thread.sleep(100);
            encoded = kubectl.run("get", "csr", request, "-o", "jsonpath={.status.certificate}");
        }
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.US_ASCII);
    }

    @Test
    void aTokenInAFileIsReadAgainWhenSomebodyRenewedIt() throws Exception {
        Path token = file("token", ConnectedCluster.token(kubectl, "curfew", "blind") + "\n");
        try (ConnectedCluster connected = connect(config("{tokenFile: \"" + token + "\"}"), Map.of())) {
            Observer observer = connected.observer();
            // That there is a cluster is known of no right.
            assertThat(observer.observe(Progress.SILENT).coverage())
                    .filteredOn(it -> it.state() != CoverageState.REFUSED)
                    .extracting(Coverage::scope)
                    .containsExactly("cluster");

            file("token", reader + "\n");

            assertReadsAll(observer.observe(Progress.SILENT));
        }
    }

    /// Answers with the token in a file beside it, and writes down how it was run.
    private Path plugin(String name, String status, int exit) throws IOException {
        Path ran = folder.resolve(name + ".ran");
        Path plugin = file(name, """
                #!/bin/sh
                echo "$@ $KUBERNETES_EXEC_INFO $REGION" >> %s
                echo "quiet-harbour-7" >&2
                token=$(cat %s)
                cat <<END
                {"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": %s}
                END
                exit %d
                """.formatted(ran, file(name + ".token", reader), status, exit));
        Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
        return plugin;
    }

    private String exec(Path plugin) {
        return config("""
                {exec: {apiVersion: client.authentication.k8s.io/v1, command: "%s", args: [get-token, --quiet],
                    env: [{name: REGION, value: north}], interactiveMode: Never, provideClusterInfo: true}}
                """.formatted(plugin).replace("\n", " ").strip());
    }

    private List<String> runs(Path plugin) throws IOException {
        Path ran = Path.of(plugin + ".ran");
        return Files.exists(ran) ? Files.readAllLines(ran) : List.of();
    }

    @Test
    void noProgramIsRunBeforeItIsAllowed() throws Exception {
        Path plugin = plugin("unasked", "{\"token\": \"$token\"}", 0);
        try (ConnectedCluster connected = connect(exec(plugin), Map.of())) {
            assertThatThrownBy(connected::observe)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining(plugin.toString())
                    .hasMessageContaining(Logins.ALLOW_EXEC);
        }
        assertThat(runs(plugin)).isEmpty();
    }

    @Test
    void anAllowedProgramIsRunOnceForAsLongAsItsAnswerHoldsWithNoSecretInWhatItIsGiven() throws Exception {
        Instant end = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Path plugin = plugin("lasting", "{\"token\": \"$token\", \"expirationTimestamp\": \"" + end + "\"}", 0);
        try (ConnectedCluster connected = connect(exec(plugin), Map.of(Logins.ALLOW_EXEC, "true"))) {
            Observer observer = connected.observer();
            assertReadsAll(observer.observe(Progress.SILENT));
            observer.observe(Progress.SILENT);
        }
        assertThat(runs(plugin))
                .singleElement()
                .asString()
                .startsWith("get-token --quiet {")
                .contains("ExecCredential", kubernetes.address().toString(), "north")
                .doesNotContain(reader);
    }

    @Test
    void anAnswerWithoutAnEndIsAskedForEachTime() throws Exception {
        Path plugin = plugin("endless", "{\"token\": \"$token\"}", 0);
        try (ConnectedCluster connected = connect(exec(plugin), Map.of(Logins.ALLOW_EXEC, "true"))) {
            Observer observer = connected.observer();
            assertReadsAll(observer.observe(Progress.SILENT));
            int once = runs(plugin).size();
            observer.observe(Progress.SILENT);
            assertThat(runs(plugin)).hasSizeGreaterThan(once);
        }
    }

    @Test
    void ofAProgramThatFailsNothingIsRepeated() throws Exception {
        Path plugin = plugin("failing", "{\"token\": \"$token\"}", 3);
        try (ConnectedCluster connected = connect(exec(plugin), Map.of(Logins.ALLOW_EXEC, "true"))) {
            assertThatThrownBy(connected::observe)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("exit 3")
                    .hasMessageNotContaining("quiet-harbour-7")
                    .hasMessageNotContaining(reader);
        }
    }

    @Test
    void aFileForAnotherServerSendsItsCredentialNowhere() {
        String elsewhere = config("https://127.0.0.1:1", "{token: \"" + reader + "\"}");
        try (ConnectedCluster connected = connect(elsewhere, Map.of())) {
            assertThatThrownBy(connected::observe)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("its credential is not sent there")
                    .hasMessageNotContaining(reader);
        }
    }
}
