package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a service account did on a real API server, as its audit log has it.
@WithKubernetes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesTimelineTest {
    private static final String CANARY = "Qx4-silent-meadow";
    private static final String ACCOUNT = "system:serviceaccount:trail:builder";

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private Kubernetes server;
    private Path credential = Path.of("");
    private Path home = Path.of("");
    private Path copy = Path.of("");
    private String builder = "";
    private String helper = "";

    /// An account makes an account, a binding and a token, reads secrets, becomes somebody else, is refused, and what
    /// it made the token of reads on.
    @BeforeAll
    void somebodyDoesThings(Kubernetes kubernetes, @TempDir Path home) throws IOException {
        this.home = home;
        bench = new CommandBench(home, Clock.systemUTC());
        Kubectl kubectl = Kubectl.of(kubernetes);
        kubectl.run("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: trail}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: builder, namespace: trail}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: door, namespace: trail}
                stringData: {code: %s}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: builder, namespace: trail}
                rules:
                - {apiGroups: [""], resources: [secrets], verbs: [get, list]}
                - {apiGroups: [""], resources: [serviceaccounts, serviceaccounts/token], verbs: [create]}
                - {apiGroups: [""], resources: [configmaps], verbs: [get, create, patch]}
                - {apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings], verbs: [create, delete]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: builder, namespace: trail}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: builder}
                subjects: [{kind: ServiceAccount, name: builder, namespace: trail}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: trail-as-bo}
                rules:
                - {apiGroups: [""], resources: [users], resourceNames: [trail-bo], verbs: [impersonate]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: trail-as-bo}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: trail-as-bo}
                subjects: [{kind: ServiceAccount, name: builder, namespace: trail}]
                """.formatted(CANARY), List.of("apply", "-f", "-"));
        String token = kubectl.run("create", "token", "builder", "-n=trail").strip();
        String trail = "/api/v1/namespaces/trail/";
        String bindings = "/apis/rbac.authorization.k8s.io/v1/namespaces/trail/rolebindings";
        kubernetes.call("GET", trail + "secrets/door", Map.of(), token).ok();
        kubernetes.call("GET", trail + "secrets/door", Map.of(), token).ok();
        kubernetes.call("GET", trail + "secrets?limit=5", Map.of(), token).ok();
        kubernetes.call("GET", "/api/v1/namespaces/kube-system/secrets/door", Map.of(), token);
        kubernetes
                .call("POST", trail + "serviceaccounts", Map.of("metadata", Map.of("name", "helper")), token)
                .ok();
        kubernetes.call("POST", bindings, binding("helper"), token).ok();
        String made = kubernetes
                .call(
                        "POST",
                        trail + "serviceaccounts/helper/token",
                        Map.of("spec", Map.of("expirationSeconds", 600)),
                        token)
                .ok()
                .text("/status/token");
        kubernetes.call("GET", trail + "secrets/door", Map.of(), made).ok();
        kubernetes.call("GET", trail + "configmaps/none", Map.of(), token, "Impersonate-User", "trail-bo");
        kubernetes.call("GET", trail + "configmaps/none", Map.of(), token, "Impersonate-User", "trail-ann");
        kubernetes.call("DELETE", bindings + "/helper", Map.of(), token).ok();
        builder = uid(kubectl, "builder");
        helper = uid(kubectl, "helper");
        server = kubernetes;
        kubectl.run(Shipped.needs("kubernetes", false), List.of("apply", "-f", "-"));
        credential = bench.file("read.token", kubectl.run("create", "token", "curfew-reader", "--namespace=curfew"));
        assertThat(bench.run("init").exitCode()).isZero();
        copy = Files.copy(kubernetes.auditLog(), home.resolve("copy.log"));
        connect("k8s", kubernetes.auditLog());
    }

    private static Map<String, ?> binding(String account) {
        return Map.of(
                "metadata", Map.of("name", account),
                "roleRef", Map.of("apiGroup", "rbac.authorization.k8s.io", "kind", "Role", "name", "builder"),
                "subjects", List.of(Map.of("kind", "ServiceAccount", "name", account, "namespace", "trail")));
    }

    private static String uid(Kubectl kubectl, String account) {
        return kubectl.run("get", "serviceaccount", account, "-n=trail", "-o=jsonpath={.metadata.uid}");
    }

    private void connect(String name, Path log) {
        Answer connected = bench.json(
                "connect",
                "kubernetes",
                name,
                "--address",
                server.address().toString(),
                "--ca-file",
                server.certificate().toString(),
                "--read-credential",
                credential.toString(),
                "--audit-file",
                log.toString());
        assertThat(connected.exitCode()).as(connected.err()).isZero();
        assertThat(bench.json("sync", name).exitCode()).isZero();
    }

    private static List<String> lines(Answer answer) {
        return DeedLines.of(answer, by -> by.replaceAll("JTI=[0-9a-f-]+", "it made"));
    }

    @Test
    void anAccountsDeedsAreToldInTheirOrderAndThoseOfTheTokenItMade() {
        Answer answer = bench.json("timeline", "k8s:serviceaccount/trail/builder/" + builder, "--since", "1h");

        assertThat(lines(answer))
                .containsExactly(
                        "READ_SECRET trail/secrets/door x2",
                        "READ_SECRET trail/secrets x1",
                        "READ_SECRET kube-system/secrets/door x1 failed",
                        "CREATED trail/serviceaccounts/helper x1",
                        "CREATED trail/rolebindings.rbac.authorization.k8s.io/helper x1",
                        "CREATED trail/serviceaccounts/helper/token x1",
                        "READ_SECRET trail/secrets/door x1 by a token (it made)",
                        "BECAME trail-bo x1",
                        "READ trail/configmaps/none x1 failed by as trail-bo",
                        "BECAME trail-ann x1 failed",
                        "DELETED trail/rolebindings.rbac.authorization.k8s.io/helper x1");
        assertThat(answer.items().get(0).path("from").asText()).isEqualTo("127.0.0.1");
        assertThat(answer.err())
                .contains("It read 2 secrets, which must be replaced")
                .contains("each API server writes a log of its own");
        assertThat(bench.seen()).doesNotContain(CANARY);
    }

    /// The vendor's client, and one of somebody's own at another address.
    @Test
    void whoUsedAnAccountsTokenFromWhereIsTold() throws IOException, InterruptedException, GeneralSecurityException {
        Kubectl kubectl = Kubectl.of(server);
        kubectl.run("create", "serviceaccount", "courier", "-n=trail");
        String token = kubectl.run("create", "token", "courier", "-n=trail").strip();
        kubectl.run("auth", "can-i", "--list", "--token=" + token);
        OtherClient.get(
                server.address().resolve("/api/v1/namespaces/trail/secrets/door"),
                Optional.of(server.certificate()),
                "courier/1",
                "Authorization",
                "Bearer " + token);
        assertThat(bench.json("sync", "k8s").exitCode()).isZero();

        Answer answer =
                bench.json("show", "k8s:serviceaccount/trail/courier/" + uid(kubectl, "courier"), "--used-since", "1h");

        JsonNode callers = answer.items().get(0).path("use").path("callers");
        assertThat(callers).hasSize(2);
        assertThat(callers.get(0).path("from").asText()).isEqualTo(OtherClient.ADDRESS);
        assertThat(callers.get(0).path("agent").asText()).isEqualTo("courier/1");
        assertThat(callers.get(0).path("refused").asInt()).isEqualTo(1);
        assertThat(callers.get(0).path("with").asText()).startsWith("JTI=");
        assertThat(callers.get(1).path("from").asText()).isEqualTo("127.0.0.1");
        assertThat(callers.get(1).path("agent").asText()).startsWith("kubectl/");
        assertThat(callers.get(1).path("refused").asInt()).isZero();
        assertThat(bench.seen()).doesNotContain(token);
    }

    @Test
    void whatTheTokenDidIsToldOfItsAccountToo() {
        assertThat(lines(bench.json("timeline", "k8s:serviceaccount/trail/helper/" + helper, "--since", "1h")))
                .containsExactly("READ_SECRET trail/secrets/door x1");
        assertThat(lines(bench.json("timeline", "k8s:token/trail/builder/" + builder, "--since", "1h")))
                .hasSize(11);
    }

    @Test
    void whatWasBrokenIsToldWithFileAndLineAndTheRestIsKept() throws IOException {
        List<String> all = Files.readAllLines(copy);
        int mine = IntStream.range(0, all.size())
                .filter(i -> all.get(i).contains(ACCOUNT) && all.get(i).contains("trail/serviceaccounts\""))
                .findFirst()
                .orElseThrow();
        List<String> broken = new ArrayList<>(all);
        broken.set(mine, all.get(mine).substring(0, all.get(mine).length() / 2));
        Path folder = Files.createDirectories(home.resolve("broken"));
        Files.write(folder.resolve("audit.log"), broken);
        connect("broken", folder);

        Answer answer = bench.json("timeline", "broken:serviceaccount/trail/builder/" + builder, "--since", "30d");

        assertThat(lines(answer)).hasSize(10).doesNotContain("CREATED trail/serviceaccounts/helper x1");
        assertThat(answer.err())
                .contains("a line could not be read: audit.log:" + (mine + 1))
                .contains("only: what was done before that is unknown.");
    }
}
