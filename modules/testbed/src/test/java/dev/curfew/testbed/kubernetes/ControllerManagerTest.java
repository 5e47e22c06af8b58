package dev.curfew.testbed.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.testbed.RealServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// What only the controllers do, and Kubernetes' own client sees.
@RealServer
class ControllerManagerTest {
    private static final Duration DONE_MAX = Duration.ofSeconds(30);

    @Test
    void fillsTokenSecretsAndPutsRolesTogether() throws InterruptedException {
        try (Kubernetes kubernetes = Kubernetes.start();
                ControllerManager _ = ControllerManager.start(kubernetes)) {
            Kubectl kubectl = Kubectl.of(kubernetes);
            kubectl.run("create", "namespace", "shop");
            kubectl.run("create", "serviceaccount", "app", "--namespace=shop");
            kubectl.run("""
                    apiVersion: v1
                    kind: Secret
                    metadata:
                      name: app-token
                      namespace: shop
                      annotations: {kubernetes.io/service-account.name: app}
                    type: kubernetes.io/service-account-token
                    ---
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: ClusterRole
                    metadata: {name: part, labels: {whole: "yes"}}
                    rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
                    ---
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: ClusterRole
                    metadata: {name: whole}
                    aggregationRule: {clusterRoleSelectors: [{matchLabels: {whole: "yes"}}]}
                    """, List.of("apply", "-f", "-"));

            await(() -> kubectl.run("get", "secret", "app-token", "--namespace=shop", "-o", "jsonpath={.data.token}")
                            .length()
                    > 100);
            await(() -> kubernetes
                    .call("GET", "/apis/rbac.authorization.k8s.io/v1/clusterroles/whole", Map.of())
                    .body()
                    .contains("pods"));
        }
    }

    @Test
    void aServerThatIsKilledComesBackWithWhatItHad() {
        try (Kubernetes kubernetes = Kubernetes.start()) {
            kubernetes.createNamespace("stays");
            kubernetes.kill();
            kubernetes.startAgain();
            assertThat(kubernetes
                            .call("GET", "/api/v1/namespaces/stays", Map.of())
                            .status())
                    .isEqualTo(200);
        }
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + DONE_MAX.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
