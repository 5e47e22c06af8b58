package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.kubernetes.KubernetesConnector;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A service account of a real Kubernetes logs in to a real OpenBao, whose AWS engine gives it keys of a role in moto:
/// three sources, read by themselves, and one way through them.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FederationChainTest {
    private static final String ROLE = "arn:aws:iam::" + Moto.ACCOUNT + ":role/deploy";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
            "Principal":{"AWS":"arn:aws:iam::%s:user/vault"}}]}""".formatted(Moto.ACCOUNT);
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: app-1, namespace: shop}
            spec:
              serviceAccountName: app
              containers: [{name: app, image: registry.example/app}]
              volumes:
              - name: token
                projected:
                  sources: [{serviceAccountToken: {path: token, audience: bao}}]
            """;

    private Moto moto;
    private OpenBao openBao;
    private Kubernetes kubernetes;
    private Kubectl kubectl;
    private CommandBench bench;
    private String account = "";

    @BeforeAll
    void connectsAndReadsThree(@TempDir Path home) throws IOException {
        moto = Moto.start();
        kubernetes = Kubernetes.start();
        openBao = OpenBao.startWithAwsEngine();
        kubectl = Kubectl.of(kubernetes);
        bench = new CommandBench(home, Clock.systemUTC());
        arrangeAws();
        arrangeKubernetes();
        arrangeOpenBao();
        assertThat(bench.json("init").exitCode()).isZero();
        connect("aws", "prod", moto.endpoint().toString(), awsCredential());
        connect(
                "openbao",
                "bao",
                openBao.address().toString(),
                openBao.orphan("read").value());
        connect(
                "kubernetes",
                "k8s",
                kubernetes.address().toString(),
                kubectl.run("create", "token", "curfew-reader", "--namespace=curfew"),
                "--ca-file",
                kubernetes.certificate().toString());
        Answer synced = bench.json("sync");
        assertThat(synced.exitCode()).as(synced.err() + synced.out()).isZero();
        account = kubectl.run("get", "serviceaccount", "app", "--namespace=shop", "-o", "jsonpath={.metadata.uid}");
    }

    private void arrangeAws() {
        moto.iam("CreateRole", Map.of("RoleName", "deploy", "AssumeRolePolicyDocument", TRUST))
                .ok();
        moto.iam("CreateUser", Map.of("UserName", "vault")).ok();
    }

    private String awsCredential() {
        return Shipped.line(moto.administrator("curfew"));
    }

    private void arrangeKubernetes() {
        kubectl.run(Shipped.text(KubernetesConnector.class, "read-policy.yaml"), List.of("apply", "-f", "-"));
        kubectl.run("create", "namespace", "shop");
        kubectl.run("create", "serviceaccount", "app", "--namespace=shop");
        kubectl.run("create", "serviceaccount", "other", "--namespace=shop");
        kubectl.run("create", "serviceaccount", "reviewer", "--namespace=curfew");
        kubectl.run(
                "create",
                "clusterrolebinding",
                "reviewer",
                "--clusterrole=system:auth-delegator",
                "--serviceaccount=curfew:reviewer");
        kubectl.run(POD, List.of("apply", "-f", "-"));
    }

    private void arrangeOpenBao() throws IOException {
        openBao.policy("read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        openBao.policy("deploy", "path \"aws/creds/deploy\" { capabilities = [\"read\"] }");
        openBao.write("sys/auth/kubernetes", Map.of("type", "kubernetes"));
        openBao.write(
                "auth/kubernetes/config",
                Map.of(
                        "kubernetes_host", kubernetes.address().toString(),
                        "kubernetes_ca_cert", Files.readString(kubernetes.certificate()),
                        "token_reviewer_jwt",
                                kubectl.run("create", "token", "reviewer", "--namespace=curfew")
                                        .strip()));
        openBao.write(
                "auth/kubernetes/role/deploy",
                Map.of(
                        "bound_service_account_names", "app",
                        "bound_service_account_namespaces", "shop",
                        "audience", "bao",
                        "token_policies", "deploy"));
        openBao.write("sys/mounts/aws", Map.of("type", "aws"));
        Moto.AccessKey engine = moto.accessKey("vault");
        openBao.write(
                "aws/config/root",
                Map.of(
                        "access_key", engine.id(),
                        "secret_key", engine.secret().reveal(),
                        "region", "us-east-1",
                        "iam_endpoint", moto.endpoint().toString(),
                        "sts_endpoint", moto.endpoint().toString()));
        openBao.write("aws/roles/deploy", Map.of("credential_type", "assumed_role", "role_arns", List.of(ROLE)));
    }

    private void connect(String kind, String name, String address, String credential, String... more) {
        List<String> line = new ArrayList<>(List.of("connect", kind, name, "--address", address));
        line.addAll(List.of(
                "--read-credential",
                bench.file(name + ".credential", credential.strip() + "\n").toString()));
        line.addAll(List.of(more));
        Answer connected = bench.json(line.toArray(String[]::new));
        assertThat(connected.exitCode()).as(connected.err()).isZero();
    }

    @AfterAll
    void stop() {
        openBao.close();
        kubernetes.close();
        moto.close();
    }

    @Test
    void theServiceAccountReachesTheRoleThroughLoginAndEngine() {
        Answer reach = bench.json("reach", "k8s:serviceaccount/shop/app/" + account);

        assertThat(reach.exitCode()).as(reach.err()).isZero();
        JsonNode role = reached(reach);
        assertThat(role.path("certainty").asText()).isEqualToIgnoringCase("certain");
        assertThat(role.path("path"))
                .extracting(
                        hop -> hop.path("kind").asText() + " " + hop.path("to").asText())
                .containsExactly(
                        "FEDERATES bao:login-role/kubernetes/deploy",
                        "HOLDS bao:policy/deploy",
                        "READS bao:path/aws/creds/deploy",
                        "FEDERATES prod:" + ROLE);
    }

    @Test
    void anotherAccountDoesNot() {
        String other =
                kubectl.run("get", "serviceaccount", "other", "--namespace=shop", "-o", "jsonpath={.metadata.uid}");

        Answer reach = bench.json("reach", "k8s:serviceaccount/shop/other/" + other);

        assertThat(reach.exitCode()).as(reach.err()).isZero();
        assertThat(reach.out()).doesNotContain(ROLE);
    }

    /// What was found is what happens.
    @Test
    void itsTokenReallyBecomesTheRole() {
        String jwt = kubectl.run("create", "token", "app", "--namespace=shop", "--audience=bao")
                .strip();
        String token = openBao.call("POST", "auth/kubernetes/login", Map.of("role", "deploy", "jwt", jwt), "")
                .ok()
                .text("/auth/client_token");

        String keys =
                openBao.call("GET", "aws/creds/deploy", Map.of(), token).ok().body();

        assertThat(keys).contains(":assumed-role/deploy/");
    }

    private static JsonNode reached(Answer reach) {
        for (JsonNode item : reach.items()) {
            JsonNode path = item.path("path");
            if (path.path(path.size() - 1).path("to").asText().equals("prod:" + ROLE)) {
                return item;
            }
        }
        throw new AssertionError(reach.out());
    }
}
