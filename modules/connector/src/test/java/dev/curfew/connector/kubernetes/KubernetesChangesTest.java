package dev.curfew.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A server of its own, for one of these tests kills it.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesChangesTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofSeconds(3);

    private Kubernetes kubernetes;
    private Kubectl kubectl;
    private ConnectedCluster connected;

    @BeforeAll
    void arrange() {
        kubernetes = Kubernetes.start();
        kubectl = Kubectl.of(kubernetes);
        connected = ConnectedCluster.with(kubernetes, kubectl);
        kubectl.run("create", "namespace", "shop");
    }

    @AfterAll
    void stop() {
        connected.close();
        kubernetes.close();
    }

    private ChangeFeed open() throws InterruptedException {
        return connected
                .connector()
                .changes(connected.connection, connected.secrets)
                .orElseThrow();
    }

    @Test
    void aNewServiceAccountIsReadWithinFiveSeconds() throws InterruptedException {
        try (ChangeFeed feed = open()) {
            calm(feed);
            kubectl.run("create", "serviceaccount", "newcomer", "--namespace=shop");
            long made = System.nanoTime();

            Set<String> changed = feed.await(SOON);
            Observation observation = feed.read(changed, Progress.SILENT);

            assertThat(Duration.ofNanos(System.nanoTime() - made)).isLessThan(SOON);
            assertThat(changed).contains("serviceaccounts");
            assertThat(names(observation)).contains("shop/newcomer");
            assertThat(observation.coverage()).extracting(Coverage::scope).doesNotContain("deployments", "secrets");
        }
    }

    @Test
    void aBindingAndItsEndAreSeen() throws InterruptedException {
        kubectl.run("create", "serviceaccount", "bound", "--namespace=shop");
        try (ChangeFeed feed = open()) {
            calm(feed);
            kubectl.run("create", "clusterrolebinding", "bound", "--clusterrole=view", "--serviceaccount=shop:bound");
            assertThat(grants(feed.read(feed.await(SOON), Progress.SILENT)))
                    .anyMatch(grant -> grant.startsWith("serviceaccount/shop/bound/"));

            kubectl.run("delete", "clusterrolebinding", "bound");
            assertThat(grants(feed.read(feed.await(SOON), Progress.SILENT)))
                    .noneMatch(grant -> grant.startsWith("serviceaccount/shop/bound/"));
        }
    }

    @Test
    void whatIsReadByAFeedIsWhatAWholeReadingReads() throws InterruptedException {
        try (ChangeFeed feed = open()) {
            calm(feed);
            kubectl.run("create", "serviceaccount", "one-more", "--namespace=shop");
            Observation part = feed.read(feed.await(SOON), Progress.SILENT);
            Set<String> scopes = new TreeSet<>();
            part.coverage().forEach(coverage -> scopes.add(coverage.scope()));
            assertThat(part.facts())
                    .containsExactlyInAnyOrderElementsOf(connected.observe().facts().stream()
                            .filter(fact -> scopes.contains(fact.provenance().scope()))
                            .toList());
        }
    }

    /// A server that was started again remembers no place in the course of changes (410): it is listed anew.
    @Test
    void aServerThatWasKilledAndIsBackIsFollowedOn() throws InterruptedException {
        try (ChangeFeed feed = open()) {
            calm(feed);
            kubectl.run("create", "serviceaccount", "before", "--namespace=shop");
            kubernetes.kill();
            kubernetes.startAgain();
            kubectl.run("create", "serviceaccount", "after", "--namespace=shop");

            Set<String> seen = new TreeSet<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (!seen.containsAll(List.of("shop/before", "shop/after")) && System.nanoTime() < deadline) {
                Set<String> changed = feed.await(SOON);
                if (!changed.isEmpty()) {
                    seen.addAll(names(feed.read(changed, Progress.SILENT)));
                }
            }
            assertThat(seen).contains("shop/before", "shop/after");
        }
    }

    /// Until the server has told all that it does by itself.
    private static void calm(ChangeFeed feed) throws InterruptedException {
        while (!feed.await(QUIET).isEmpty()) {
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    private static List<String> names(Observation observation) {
        return observation.facts().stream()
                .filter(Identity.class::isInstance)
                .map(fact -> ((Identity) fact).name())
                .toList();
    }

    private static List<String> grants(Observation observation) {
        return observation.facts().stream()
                .filter(Grant.class::isInstance)
                .map(fact -> ((Grant) fact).subject().nativeId())
                .toList();
    }
}
