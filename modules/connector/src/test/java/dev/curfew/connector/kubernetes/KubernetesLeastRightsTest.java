package dev.curfew.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.observation.CoverageState;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The shipped reading role is exact: with it everything is read, and with any resource less that one is not, which the
/// coverage says.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesLeastRightsTest {
    private static final Pattern LISTED = Pattern.compile("resources: \\[([^\\]]+)]\n  verbs: \\[(?:get, )?list");

    private Kubernetes kubernetes;
    private Kubectl kubectl;

    @BeforeAll
    void start() {
        kubernetes = Kubernetes.start();
        kubectl = Kubectl.of(kubernetes);
    }

    @AfterAll
    void stop() {
        kubernetes.close();
    }

    @Test
    void everyResourceIsNeededAndIsToldWithoutItsRule() throws InterruptedException {
        String shipped = ConnectedCluster.shipped("read-policy.yaml");
        try (ConnectedCluster connected = ConnectedCluster.with(kubernetes, kubectl)) {
            assertThat(missing(connected, shipped)).isEmpty();
            Map<String, List<String>> found = new TreeMap<>();
            Map<String, List<String>> expected = new TreeMap<>();
            for (String resource : listed(shipped)) {
                found.put(resource, missing(connected, without(shipped, resource)));
                expected.put(resource, List.of(resource + " REFUSED"));
            }
            // an account that a binding names is known by its uid
            expected.put(
                    "serviceaccounts",
                    List.of("serviceaccounts REFUSED", "rolebindings PARTIAL", "clusterrolebindings PARTIAL"));
            assertThat(expected).hasSizeGreaterThan(12);
            assertThat(found).isEqualTo(expected);
        }
    }

    private static List<String> listed(String policy) {
        List<String> listed = new ArrayList<>();
        Matcher rule = LISTED.matcher(policy);
        while (rule.find()) {
            listed.addAll(List.of(rule.group(1).split(", ")));
        }
        return listed;
    }

    /// A rule is for one resource at least: one that nobody has takes the place.
    private static String without(String policy, String resource) {
        return policy.replaceAll("(resources: \\[(?:[a-z]+, )*)" + resource + "((?:, [a-z]+)*])", "$1nothing$2");
    }

    private List<String> missing(ConnectedCluster connected, String policy) throws InterruptedException {
        kubectl.run(policy, List.of("apply", "-f", "-"));
        // the authorizer's own informers are a moment behind
        Thread.sleep(700);
        return connected.observe().coverage().stream()
                .filter(it -> it.state() != CoverageState.READ)
                .map(it -> it.scope() + " " + it.state())
                .toList();
    }
}
