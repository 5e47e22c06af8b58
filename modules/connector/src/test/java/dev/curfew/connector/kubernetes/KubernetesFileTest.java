package dev.curfew.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.kubernetes.file.KubernetesFileConnector;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What `kubectl` printed of a cluster is as good as reading it, for what is in it; of the rest nothing is known.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesFileTest {
    private static final List<String> ALL = List.of(
            "namespaces",
            "serviceaccounts",
            "secrets",
            "roles",
            "clusterroles",
            "rolebindings",
            "clusterrolebindings",
            "certificatesigningrequests",
            "pods",
            "deployments",
            "statefulsets",
            "daemonsets",
            "jobs",
            "cronjobs",
            "mutatingwebhookconfigurations",
            "validatingwebhookconfigurations");

    private Kubernetes kubernetes;
    private Kubectl kubectl;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    void start() {
        kubernetes = Kubernetes.start();
        kubectl = Kubectl.of(kubernetes);
        kubectl.run(
                ConnectedCluster.resource(KubernetesReadingTest.class, "rich-cluster.yaml"),
                List.of("apply", "-f", "-"));
        kubectl.run("""
                apiVersion: v1
                kind: Secret
                metadata: {name: harbour, namespace: default}
                stringData: {password: quiet-harbour-7}
                """, List.of("apply", "-f", "-"));
        CertificateRequests.request(kubectl, "pending", "/CN=bo", false);
    }

    @AfterAll
    void stop() {
        kubernetes.close();
    }

    private Path printed(String... kinds) throws IOException {
        String text = kubectl.run("get", String.join(",", kinds), "--all-namespaces", "--output=json");
        return Files.writeString(folder.resolve("cluster.json"), text);
    }

    private static Observation read(Path file, Map<String, String> settings) throws InterruptedException {
        Connection connection = new Connection(
                ConnectedCluster.SOURCE, "kubernetes-file", file.toUri(), false, Instant.EPOCH, settings);
        return new KubernetesFileConnector(Clock.systemUTC())
                .observer(connection, new MemorySecrets())
                .observe(Progress.SILENT);
    }

    private static Map<String, CoverageState> states(Observation observation) {
        return observation.coverage().stream().collect(Collectors.toMap(Coverage::scope, Coverage::state));
    }

    /// A cluster says besides by which name it signs, whom it takes us for, and since when it tracks tokens' use.
    private static List<String> comparable(Observation observation) {
        return observation.facts().stream()
                .filter(fact -> !fact.provenance().scope().equals("cluster"))
                .map(KubernetesFileTest::words)
                .sorted()
                .toList();
    }

    private static String words(Fact fact) {
        String document = fact.provenance().document();
        return switch (fact) {
            case Credential it ->
                it.id() + " " + it.kind() + " " + it.holder() + " " + it.expiry() + " " + it.active() + " "
                        + without(it.attributes());
            case Identity it ->
                it.id() + " " + it.kind() + " " + it.ownership() + " " + it.createdAt() + " " + without(it.tags());
            case Resource it ->
                it.id() + " " + it.kind() + " " + it.tags() + (it.kind().equals("kubernetes.secret") ? "" : document);
            default -> fact + " " + document;
        };
    }

    private static Map<String, String> without(Map<String, String> tags) {
        return tags.entrySet().stream()
                .filter(it -> !it.getKey().equals("curfew:own"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
    }

    @Test
    void aFileOfEverythingIsAsGoodAsReadingTheCluster() throws Exception {
        try (ConnectedCluster connected = ConnectedCluster.with(kubernetes, kubectl)) {
            Observation live = connected.observe();

            Observation file = read(printed(ALL.toArray(String[]::new)), Map.of("whole", "true"));

            assertThat(comparable(file)).hasSizeGreaterThan(100).isEqualTo(comparable(live));
            Map<String, CoverageState> states = states(file);
            assertThat(states.remove("cluster")).isEqualTo(CoverageState.SKIPPED);
            assertThat(states.keySet()).containsExactlyInAnyOrderElementsOf(ALL);
            states.forEach((scope, state) -> assertThat(state)
                    .as(scope)
                    .isEqualTo(
                            file.coverage().stream().anyMatch(it -> it.scope().equals(scope) && it.items() > 0)
                                    ? CoverageState.READ
                                    : CoverageState.SKIPPED));
        }
    }

    @Test
    void ofKindsThatAreNotInItNothingIsKnownAndBindingsOfAccountsAreSaidToBeMissed() throws Exception {
        Observation file = read(printed("roles", "rolebindings"), Map.of("whole", "true"));

        Map<String, CoverageState> states = states(file);
        assertThat(states.get("roles")).isEqualTo(CoverageState.READ);
        assertThat(states.get("rolebindings")).isEqualTo(CoverageState.PARTIAL);
        states.keySet().removeAll(List.of("roles", "rolebindings"));
        assertThat(states.values()).containsOnly(CoverageState.SKIPPED);
    }

    @Test
    void aFileThatIsNotSaidToBeWholeProvesNoAbsence() throws Exception {
        Observation file = read(printed("serviceaccounts", "roles"), Map.of());

        assertThat(file.facts()).isNotEmpty();
        assertThat(file.coverage()).noneMatch(Coverage::provesAbsence);
    }

    @Test
    void theValuesOfSecretsAreNowhere() throws Exception {
        Path printed = printed("secrets");
        assertThat(printed).content().contains("cXVpZXQtaGFyYm91ci03");

        assertThat(read(printed, Map.of("whole", "true")).toString())
                .contains("harbour")
                .doesNotContain("cXVpZXQtaGFyYm91ci03", "quiet-harbour-7");
    }

    @Test
    void listsOneAfterAnotherAndListsOfOneKindAreTaken() throws Exception {
        String raw = kubectl.run("get", "--raw", "/api/v1/serviceaccounts");
        String roles = kubectl.run("get", "roles", "--all-namespaces", "--output=json");
        Path file = Files.writeString(folder.resolve("two.json"), raw + "\n" + roles);

        Map<String, CoverageState> states = states(read(file, Map.of("whole", "true")));

        assertThat(states.get("serviceaccounts")).isEqualTo(CoverageState.READ);
        assertThat(states.get("roles")).isEqualTo(CoverageState.READ);
    }

    @Test
    void whatIsNoListIsRefusedWithoutItsWords() throws IOException {
        List<String> texts = List.of(
                "{\"kind\": \"Secret\", \"data\": {\"a\": \"quiet-harbour-7\"}}",
                "[\"quiet-harbour-7\"]",
                "quiet-harbour-7",
                "{\"kind\": \"List\", \"items\": [{\"kind\": \"Secret\", \"data\": {\"a\": \"quiet-harbour-7\"");
        for (String text : texts) {
            Path file = Files.writeString(folder.resolve("wrong.json"), text);
            assertThatThrownBy(() -> read(file, Map.of()))
                    .as(text)
                    .isInstanceOfSatisfying(
                            SourceException.class,
                            it -> assertThat(it.kind()).isEqualTo(SourceException.Kind.MALFORMED))
                    .hasMessageNotContaining("quiet-harbour-7");
        }
    }
}
