package dev.curfew.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.http.LostAnswers;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import dev.curfew.testbed.process.LossyWay;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// An account's acts on a real server, over TLS, while answers get lost.
@WithKubernetes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesLostAnswersTest {
    private static final String NAMESPACE = "lost-answers";
    private static final List<String> PLAN = List.of("kubernetes.remove-bindings", "kubernetes.delete-service-account");

    private Kubectl kubectl;
    private LossyWay way;
    private ConnectedCluster connected;

    @BeforeAll
    void arrange(Kubernetes kubernetes) {
        kubectl = Kubectl.of(kubernetes);
        kubectl.run("create", "namespace", NAMESPACE);
        way = LossyWay.to(kubernetes.address().getPort());
        ConnectedCluster direct = ConnectedCluster.acting(kubernetes, kubectl);
        direct.close();
        connected = new ConnectedCluster(
                URI.create("https://127.0.0.1:" + way.port()),
                ConnectedCluster.token(kubectl, "curfew", "curfew-reader"),
                ConnectedCluster.token(kubectl, "curfew", "curfew-actor"),
                ConnectedCluster.settings(kubernetes));
    }

    @AfterAll
    void stop() {
        connected.close();
        way.close();
    }

    @Test
    void theAccountIsGoneAndBoundToNothingWhicheverAnswerIsLost() throws InterruptedException {
        List<LostAnswers.Said> undone = new LostAnswers(
                        way,
                        connected.revoker(),
                        PLAN,
                        this::account,
                        id -> left("serviceaccounts", id).isEmpty()
                                && left("rolebindings", id).isEmpty())
                .each("", 1);

        assertThat(undone)
                .extracting(LostAnswers.Said::outcome)
                .hasAtLeastOneElementOfType(ActionOutcome.Uncertain.class);
    }

    private CredentialId account(int turn) {
        String name = "lost-" + turn;
        kubectl.run("create", "serviceaccount", name, "--namespace=" + NAMESPACE);
        kubectl.run(
                "create",
                "rolebinding",
                name,
                "--clusterrole=view",
                "--serviceaccount=" + NAMESPACE + ":" + name,
                "--namespace=" + NAMESPACE);
        String uid = kubectl.run(
                "get", "serviceaccount", name, "--namespace=" + NAMESPACE, "-o", "jsonpath={.metadata.uid}");
        return ConnectedCluster.credential("token/" + NAMESPACE + "/" + name + "/" + uid);
    }

    private String left(String kinds, CredentialId id) {
        String name = id.nativeId().split("/", -1)[2];
        return kubectl.run("get", kinds, name, "--namespace=" + NAMESPACE, "--ignore-not-found", "-o", "name")
                .strip();
    }
}
