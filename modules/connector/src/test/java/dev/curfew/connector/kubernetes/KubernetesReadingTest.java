package dev.curfew.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.kubernetes.ControllerManager;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What was observed of a rich cluster is what `kubectl` lists, no more and no less. A server and controllers of its
/// own, for these tests count what is there.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesReadingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Kubernetes kubernetes;
    private ControllerManager controllers;
    private Kubectl kubectl;
    private ConnectedCluster connected;
    private Observation observation;

    @BeforeAll
    void arrange() throws InterruptedException {
        kubernetes = Kubernetes.start();
        controllers = ControllerManager.start(kubernetes);
        kubectl = Kubectl.of(kubernetes);
        kubectl.run(
                ConnectedCluster.resource(KubernetesReadingTest.class, "rich-cluster.yaml"),
                List.of("apply", "-f", "-"));
        CertificateRequests.request(kubectl, "ada-laptop", "/O=night-shift/CN=ada", true);
        CertificateRequests.request(kubectl, "pending", "/CN=bo", false);
        connected = ConnectedCluster.with(kubernetes, kubectl);
        awaitToken();
        controllers.close();
        observation = connected.observe();
    }

    private void awaitToken() throws InterruptedException {
        String path = "jsonpath={.data.token}";
        while (kubectl.run("get", "secret", "app-token", "--namespace=shop", "-o", path)
                        .isEmpty()
                || kubectl.run("get", "clusterrole", "whole", "-o", "jsonpath={.rules}")
                        .isEmpty()
                || kubectl.run("get", "csr", "ada-laptop", "-o", "jsonpath={.status.certificate}")
                        .isEmpty()) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    void stop() {
        connected.close();
        controllers.close();
        kubernetes.close();
    }

    @Test
    void theShippedReadingPolicyIsEnoughForEveryScope() {
        assertThat(observation.coverage())
                .allSatisfy(coverage ->
                        assertThat(coverage.state()).as(coverage.toString()).isEqualTo(CoverageState.READ))
                .extracting(Coverage::scope)
                .containsExactly(
                        "cluster",
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
    }

    @Test
    void itemsAreAsManyAsKubectlLists() throws JsonProcessingException {
        for (Coverage coverage : observation.coverage()) {
            if (coverage.scope().equals("cluster")) {
                continue;
            }
            assertThat(coverage.items())
                    .as(coverage.scope())
                    .isEqualTo(items(coverage.scope()).size());
        }
    }

    @Test
    void theClusterSaysByWhichNameItSignsTokens() throws JsonProcessingException {
        JsonNode published = JSON.readTree(kubectl.run("get", "--raw", "/.well-known/openid-configuration"));
        assertThat(fact(Resource.class, "cluster").tags())
                .isEqualTo(Map.of(
                        "api-server", kubernetes.address().toString().replaceAll("/$", ""),
                        "oidc-issuer", published.path("issuer").asText(),
                        "oidc-keys", published.path("jwks_uri").asText()));
    }

    @Test
    void serviceAccountsAreThoseThatKubectlLists() throws JsonProcessingException {
        assertThat(keys(Identity.class, it -> it.kind().equals("kubernetes.service-account")))
                .isEqualTo(listed("serviceaccounts", item -> "serviceaccount/" + path(item) + "/" + uid(item)));
        assertThat(keys(Credential.class, it -> it.kind().equals("kubernetes.unbound-token")))
                .isEqualTo(listed("serviceaccounts", item -> "token/" + path(item) + "/" + uid(item)));
    }

    @Test
    void everyServiceAccountIsInItsThreeGroups() throws JsonProcessingException {
        Set<String> expected = new TreeSet<>();
        for (JsonNode item : items("serviceaccounts")) {
            String id = "k8s:serviceaccount/" + path(item) + "/" + uid(item) + " | group/system:";
            expected.add(id + "authenticated");
            expected.add(id + "serviceaccounts");
            expected.add(
                    id + "serviceaccounts:" + item.at("/metadata/namespace").asText());
        }
        assertThat(keys(Membership.class, it -> it.member().nativeId().startsWith("serviceaccount/")))
                .isEqualTo(expected);
    }

    @Test
    void rolesAreThoseThatKubectlListsWithTheirRules() throws JsonProcessingException {
        assertThat(keys(Policy.class, _ -> true))
                .isEqualTo(union(
                        listed("roles", item -> "role/" + path(item)),
                        listed("clusterroles", item -> "clusterrole/" + path(item))));
        for (JsonNode item : items("clusterroles")) {
            JsonNode text = JSON.readTree(
                    fact(Policy.class, "clusterrole/" + path(item)).text());
            assertThat(text.path("rules").size()).isEqualTo(item.path("rules").size());
            for (int i = 0; i < text.path("rules").size(); i++) {
                assertThat(text.path("rules").get(i))
                        .isEqualTo(item.path("rules").get(i));
            }
        }
        assertThat(fact(Policy.class, "clusterrole/whole").text()).contains("/metrics", "aggregationRule");
    }

    @Test
    void grantsAreTheSubjectsOfTheBindingsThatKubectlLists() throws JsonProcessingException {
        Map<String, String> uids = items("serviceaccounts").stream().collect(Collectors.toMap(this::path, this::uid));
        Set<String> expected = new TreeSet<>();
        List<JsonNode> bindings = new ArrayList<>(items("rolebindings"));
        bindings.addAll(items("clusterrolebindings"));
        for (JsonNode binding : bindings) {
            String namespace = binding.at("/metadata/namespace").asText("");
            String role = binding.at("/roleRef/kind").asText().equals("Role")
                    ? "role/" + namespace + "/" + binding.at("/roleRef/name").asText()
                    : "clusterrole/" + binding.at("/roleRef/name").asText();
            for (JsonNode subject : binding.path("subjects")) {
                expected.add("k8s:" + subject(subject, uids) + " | " + role + " | IDENTITY | " + namespace);
            }
        }
        assertThat(keys(Grant.class, _ -> true)).isEqualTo(expected);
        assertThat(expected).contains("k8s:serviceaccount/shop/gone | role/shop/reader | IDENTITY | shop");
    }

    private static String subject(JsonNode subject, Map<String, String> uids) {
        String name = subject.path("name").asText();
        return switch (subject.path("kind").asText()) {
            case "User" -> "user/" + name;
            case "Group" -> "group/" + name;
            default -> {
                String path = subject.path("namespace").asText() + "/" + name;
                yield "serviceaccount/" + path + (uids.containsKey(path) ? "/" + uids.get(path) : "");
            }
        };
    }

    @Test
    void twoBindingsOfOneRoleAreOneGrantThatNamesBoth() {
        String key = keys(Grant.class, it -> it.subject().nativeId().startsWith("serviceaccount/shop/app/"))
                .iterator()
                .next();
        assertThat(fact(Grant.class, key).provenance().document())
                .contains("\"bindings\":[\"app-reads\",\"app-reads-again\"]");
    }

    @Test
    void secretsAreThoseThatKubectlListsWithTheirTypes() throws JsonProcessingException {
        Predicate<JsonNode> isToken = item -> item.path("type").asText().equals("kubernetes.io/service-account-token");
        Set<String> secrets = new TreeSet<>();
        Set<String> tokens = new TreeSet<>();
        for (JsonNode item : items("secrets")) {
            (isToken.test(item) ? tokens : secrets)
                    .add(isToken.test(item) ? "secret/" + path(item) + "/" + uid(item) : "secrets/" + path(item));
        }
        assertThat(keys(Resource.class, it -> it.kind().equals("kubernetes.secret")))
                .isEqualTo(secrets);
        assertThat(keys(Credential.class, it -> it.kind().equals("kubernetes.token-secret")))
                .isEqualTo(tokens);
        assertThat(fact(Resource.class, "secrets/shop/database").tags())
                .isEqualTo(Map.of("type", "Opaque", "curfew:tier", "gold"));
    }

    @Test
    void workloadsAndWebhooksAreThoseThatKubectlLists() throws JsonProcessingException {
        Map<String, String> kinds = Map.of(
                "pods", "pod",
                "deployments", "deployment",
                "statefulsets", "stateful-set",
                "daemonsets", "daemon-set",
                "jobs", "job",
                "cronjobs", "cron-job",
                "mutatingwebhookconfigurations", "mutating-webhook",
                "validatingwebhookconfigurations", "validating-webhook",
                "certificatesigningrequests", "certificate-request");
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            assertThat(keys(Resource.class, it -> it.kind().equals("kubernetes." + kind.getValue())))
                    .as(kind.getKey())
                    .isNotEmpty()
                    .isEqualTo(listed(kind.getKey(), item -> kind.getKey() + "/" + path(item)));
        }
        assertThat(keys(Resource.class, it -> it.kind().equals("kubernetes.namespace")))
                .isEqualTo(listed("namespaces", item -> "namespace/" + path(item)));
    }

    @Test
    void aWorkloadSaysWhomItRunsAsAndWhatItIsGiven() {
        assertThat(fact(Resource.class, "deployments/shop/web").tags())
                .isEqualTo(Map.of(
                        "service-account", "shop/app",
                        "images", "registry.example/web:1",
                        "secrets", "all-of-it,database,mounted,projected"));
        assertThat(fact(Resource.class, "statefulsets/shop/store").tags())
                .containsEntry("service-account", "shop/default");
        assertThat(fact(Resource.class, "daemonsets/agents/agent").tags())
                .containsEntry("node-access", "privileged,hostPID,hostPath");
        assertThat(fact(Resource.class, "validatingwebhookconfigurations/audit").tags())
                .isEqualTo(Map.of("targets", "https://hook.example.org:8443", "resources", "secrets"));
    }

    @Test
    void aPodsTokenIsACredentialBoundToIt() {
        assertThat(all(Credential.class))
                .filteredOn(it -> it.kind().equals("kubernetes.bound-token"))
                .singleElement()
                .satisfies(token -> {
                    assertThat(token.key()).startsWith("pod/shop/web-1/");
                    assertThat(token.holder()).isEqualTo(account("shop/app").id());
                    assertThat(token.attributes())
                            .containsEntry("audiences", "vault")
                            .containsEntry("expiration-seconds", "3607,7200");
                });
    }

    @Test
    void aTokenSecretSaysWhoseItIsAndThatItNeverEnds() {
        assertThat(all(Credential.class))
                .filteredOn(it -> it.kind().equals("kubernetes.token-secret"))
                .singleElement()
                .returns(account("shop/app").id(), Credential::holder)
                .returns(new Expiry.Never(), Credential::expiry)
                .returns(true, Credential::active)
                .extracting(Credential::usage)
                .isInstanceOf(Usage.NoneSeen.class);
    }

    @Test
    void aSignedRequestIsACertificateOfItsUserAndGroups() {
        assertThat(all(Credential.class))
                .filteredOn(it -> it.kind().equals("kubernetes.client-certificate"))
                .singleElement()
                .satisfies(certificate -> {
                    assertThat(certificate.name()).isEqualTo("ada");
                    assertThat(certificate.holder()).isEqualTo(new IdentityId(ConnectedCluster.SOURCE, "user/ada"));
                    assertThat(certificate.expiry()).isInstanceOf(Expiry.At.class);
                });
        assertThat(keys(Membership.class, it -> it.member().nativeId().equals("user/ada")))
                .containsExactlyInAnyOrder(
                        "k8s:user/ada | group/night-shift", "k8s:user/ada | group/system:authenticated");
        assertThat(fact(Resource.class, "certificatesigningrequests/pending").tags())
                .containsEntry("state", "pending")
                .containsEntry("requester", "testbed-admin");
    }

    @Test
    void ownersAndFederationComeFromLabelsAndAnnotations() {
        assertThat(account("shop/app").ownership()).isEqualTo(new Ownership.Owned("shop", "label or annotation team"));
        assertThat(account("shop/gke").ownership())
                .isEqualTo(new Ownership.Owned("ada", "label or annotation a8r.io/owner"));
        assertThat(account("shop/azure").ownership()).isEqualTo(new Ownership.Unowned());
        assertThat(account("shop/app").tags())
                .containsEntry("eks.amazonaws.com/role-arn", "arn:aws:iam::123456789012:role/shop")
                .containsEntry("environment", "production");
        assertThat(account("agents/coder").tags())
                .containsEntry("curfew:agent", "true")
                .containsEntry("curfew:agent-tools", "run_command,read_file");
    }

    @Test
    void curfewsOwnAccountIsMarked() {
        assertThat(account("curfew/curfew-reader").tags()).containsEntry("curfew:own", "true");
        assertThat(all(Identity.class))
                .filteredOn(it -> it.tags().containsKey("curfew:own"))
                .hasSize(1);
    }

    @Test
    void noValueIsInAnyFact() throws JsonProcessingException {
        assertThat(kubectl.run("get", "secrets,pods,deployments", "-A", "-o", "json"))
                .contains("canary-environment-4711", "canary-argument-4711");
        String token = items("secrets").stream()
                .filter(item -> item.at("/metadata/name").asText().equals("app-token"))
                .map(item -> item.at("/data/token").asText())
                .findFirst()
                .orElseThrow();
        assertThat(observation.toString())
                .doesNotContain("canary-")
                .doesNotContain("Y2FuYXJ5") // canary, in Base64
                .doesNotContain(token)
                .doesNotContain(connected
                        .secrets
                        .get(connected.connection.readSecret())
                        .orElseThrow()
                        .reveal());
    }

    @Test
    void fingerprintsTellTheSameValueInTwoPlacesAndNothingElse() throws InterruptedException {
        try (ConnectedCluster printing = ConnectedCluster.with(kubernetes, kubectl, "secrets", "fingerprints")) {
            Observation printed = printing.observe();
            Map<String, String> one = tags(printed, "secrets/shop/database");
            assertThat(one.get("fingerprint:password"))
                    .hasSize(64)
                    .isEqualTo(tags(printed, "secrets/agents/database-copy").get("fingerprint:db"));
            assertThat(one).doesNotContainKey("fingerprint:user");
            assertThat(printed.toString()).doesNotContain("canary-").doesNotContain("Y2FuYXJ5");
            assertThat(printed.facts()).hasSameSizeAs(observation.facts());
        }
    }

    private static Map<String, String> tags(Observation observation, String key) {
        return observation.facts().stream()
                .filter(fact -> fact instanceof Resource && fact.key().equals(key))
                .map(fact -> ((Resource) fact).tags())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void secretsAreLeftAloneWhereTheyAreNotAskedFor() throws InterruptedException {
        try (ConnectedCluster without = ConnectedCluster.with(kubernetes, kubectl, "secrets", "none")) {
            Observation seen = without.observe();
            assertThat(seen.coverage())
                    .filteredOn(it -> it.scope().equals("secrets"))
                    .singleElement()
                    .returns(CoverageState.SKIPPED, Coverage::state);
            assertThat(seen.facts()).noneMatch(it -> it.provenance().scope().equals("secrets"));
        }
    }

    @Test
    void aSecondReadingOfAnUnchangedServerIsTheSame() throws InterruptedException {
        assertThat(keyed(connected.observe())).isEqualTo(keyed(observation));
    }

    private Identity account(String name) {
        return all(Identity.class).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> items(String plural) throws JsonProcessingException {
        List<JsonNode> items = new ArrayList<>();
        JSON.readTree(kubectl.run("get", plural, "--all-namespaces", "-o", "json"))
                .path("items")
                .forEach(items::add);
        return items;
    }

    private Set<String> listed(String plural, Function<JsonNode, String> key) throws JsonProcessingException {
        return items(plural).stream().map(key).collect(Collectors.toCollection(TreeSet::new));
    }

    private String path(JsonNode item) {
        String namespace = item.at("/metadata/namespace").asText("");
        String name = item.at("/metadata/name").asText();
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    private String uid(JsonNode item) {
        return item.at("/metadata/uid").asText();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private <F extends Fact> Set<String> keys(Class<F> type, Predicate<F> which) {
        return all(type).stream().filter(which).map(Fact::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private <F extends Fact> F fact(Class<F> type, String key) {
        return all(type).stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key));
    }

    private <F extends Fact> List<F> all(Class<F> type) {
        return observation.facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Map<String, Fact> keyed(Observation observation) {
        return observation.facts().stream()
                .collect(Collectors.toMap(
                        fact -> fact.getClass().getSimpleName() + " " + fact.key(), Function.identity()));
    }
}
