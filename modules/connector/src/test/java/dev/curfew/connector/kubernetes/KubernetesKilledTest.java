package dev.curfew.connector.kubernetes;

import dev.curfew.connector.killed.KilledOnTheWay;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An API server of its own, for it is killed; what it holds stays in etcd.
@WithKubernetes
class KubernetesKilledTest {

    @Test
    void aServerThatIsKilledOnTheWayAndComesBackLosesAndInventsNothing() throws InterruptedException {
        try (Kubernetes own = Kubernetes.start()) {
            own.createNamespace("shop");
            for (int i = 0; i < 30; i++) {
                own.call(
                                "POST",
                                "/api/v1/namespaces/shop/serviceaccounts",
                                Map.of("metadata", Map.of("name", "app-" + i)))
                        .ok();
            }
            try (ConnectedCluster connected = ConnectedCluster.with(own, Kubectl.of(own))) {
                new KilledOnTheWay(connected.observer(), own::kill, own::startAgain, Set.of())
                        .losesAndInventsNothing("deployments", true);
            }
        }
    }
}
