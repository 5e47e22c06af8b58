package dev.curfew.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.curfew.connector.Moments;
import dev.curfew.connector.kubernetes.token.Jwt;
import dev.curfew.connector.kubernetes.token.Leeway;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.RealServer;
import dev.curfew.testbed.kubernetes.ControllerManager;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every action of the catalogue's Kubernetes rows on a real server, with the shipped policies, and what became of the
/// credential.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesRevokingTest {
    private static final Receipt RECEIPT = new Receipt("ab".repeat(32), 7, "bo", Instant.EPOCH);

    /// Seen: 10 s. A busy machine adds to that.
    private static final Duration REFUSED_MAX = Duration.ofSeconds(60);

    private Kubernetes kubernetes;
    private ControllerManager controllers;
    private Kubectl kubectl;
    private ConnectedCluster connected;

    @BeforeAll
    void arrange() {
        kubernetes = Kubernetes.start();
        controllers =
                ControllerManager.start(kubernetes, "deployment-controller", "replicaset-controller", "job-controller");
        kubectl = Kubectl.of(kubernetes);
        kubectl.run("create", "namespace", "work");
        connected = ConnectedCluster.acting(kubernetes, kubectl);
    }

    @AfterAll
    void stop() {
        connected.close();
        controllers.close();
        kubernetes.close();
    }

    @Test
    void itsClockIsRead() throws InterruptedException {
        Moments.assertIsOurs(connected.clock());
    }

    @Test
    void aRequestedTokenEndsWithItsAccountAfterTheServersCache() throws InterruptedException {
        CredentialId id = account("ends");
        Secret token = Secret.of(ConnectedCluster.token(kubectl, "work", "ends"));
        assertThat(connected.probe().belongs(id, token)).isTrue();
        assertThat(connected.probe().attempt(id, token)).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(connected.probe().list(id)).isInstanceOf(ListingEvidence.Listed.class);

        assertThat(act("kubernetes.delete-service-account", id)).isInstanceOf(ActionOutcome.Done.class);

        Duration after = awaitRefusal(id, token);
        System.out.println("kube-apiserver: a deleted account's token was refused after " + after.toMillis() + " ms");
        assertThat(connected.probe().list(id)).isInstanceOf(ListingEvidence.NotListed.class);
        assertThat(connected.probe().belongs(id, token)).isTrue();
        assertThat(act("kubernetes.delete-service-account", id)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    /// What is kept may only ask for tokens of the account that acts.
    @Test
    void theRightToActIsAskedForWhereAnAccountToActAsIsSet() throws InterruptedException {
        kubectl.run("create", "serviceaccount", "asker", "--namespace=curfew");
        kubectl.run(
                "create",
                "role",
                "ask",
                "--namespace=curfew",
                "--verb=create",
                "--resource=serviceaccounts/token",
                "--resource-name=curfew-actor");
        kubectl.run(
                "create", "rolebinding", "ask", "--namespace=curfew", "--role=ask", "--serviceaccount=curfew:asker");
        CredentialId id = account("asked-for");
        try (ConnectedCluster itself = asking();
                ConnectedCluster asker = asking("act-as", "curfew/curfew-actor");
                ConnectedCluster other = asking("act-as", "curfew/curfew-reader")) {
            Action delete = new Action("kubernetes.delete-service-account", false);
            assertThat(itself.revoker().act(delete, id)).isInstanceOf(ActionOutcome.Refused.class);
            assertThat(other.revoker().act(delete, id))
                    .isInstanceOf(ActionOutcome.Refused.class)
                    .extracting(ActionOutcome::detail, STRING)
                    .contains("made no token of the service account curfew/curfew-reader");
            assertThat(asker.revoker().act(delete, id)).isInstanceOf(ActionOutcome.Done.class);
            assertThat(own(asker.observe())).containsExactlyInAnyOrder("curfew-reader", "asker", "curfew-actor");
        }
    }

    @Test
    void anAccountToActAsThatIsMisspeltStopsNothingButActingAndIsTold() throws InterruptedException {
        try (ConnectedCluster misspelt = new ConnectedCluster(
                kubernetes.address(),
                ConnectedCluster.token(kubectl, "curfew", "curfew-reader"),
                ConnectedCluster.token(kubectl, "curfew", "curfew-actor"),
                ConnectedCluster.settings(kubernetes, "act-as", "curfew-actor"))) {
            Observation observation = misspelt.observe();
            assertThat(own(observation)).contains("curfew-reader", "curfew-actor");
            assertThat(observation.coverage())
                    .filteredOn(coverage -> coverage.scope().equals("serviceaccounts"))
                    .singleElement()
                    .returns(CoverageState.READ, Coverage::state)
                    .extracting(Coverage::detail, STRING)
                    .contains("The account to act as is curfew-actor, which is no namespace/name");
        }
    }

    private ConnectedCluster asking(String... settings) {
        return new ConnectedCluster(
                kubernetes.address(),
                ConnectedCluster.token(kubectl, "curfew", "curfew-reader"),
                ConnectedCluster.token(kubectl, "curfew", "asker"),
                ConnectedCluster.settings(kubernetes, settings));
    }

    private static List<String> own(Observation observation) {
        return observation.facts().stream()
                .filter(it -> it instanceof Identity identity && identity.tags().containsKey("curfew:own"))
                .map(it -> ((Identity) it).name().replaceFirst("^curfew/", ""))
                .toList();
    }

    @Test
    void anotherAccountOfTheSameNameIsLeftAlone() throws InterruptedException {
        CredentialId old = account("twin");
        kubectl.run("delete", "serviceaccount", "twin", "--namespace=work");
        CredentialId now = account("twin");
        assertThat(now).isNotEqualTo(old);

        assertThat(act("kubernetes.delete-service-account", old))
                .isInstanceOf(ActionOutcome.AlreadyDone.class)
                .extracting(ActionOutcome::detail)
                .isEqualTo("It is gone already: another object has its name now");
        assertThat(act("kubernetes.remove-bindings", old)).isInstanceOf(ActionOutcome.Refused.class);
        assertThat(connected.probe().list(now)).isInstanceOf(ListingEvidence.Listed.class);
        assertThat(connected.probe().list(old)).isInstanceOf(ListingEvidence.NotListed.class);
    }

    @Test
    void aTokenInASecretEndsWithIt() throws InterruptedException {
        account("legacy");
        kubectl.run("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: legacy-token
                  namespace: work
                  annotations: {kubernetes.io/service-account.name: legacy}
                type: kubernetes.io/service-account-token
                """, List.of("apply", "-f", "-"));
        String value = await("secret", "legacy-token", "{.data.token}");
        String uid = await("secret", "legacy-token", "{.metadata.uid}");
        Secret token = Secret.of(new String(Base64.getDecoder().decode(value), StandardCharsets.US_ASCII));
        CredentialId id = ConnectedCluster.credential("secret/work/legacy-token/" + uid);
        assertThat(connected.probe().belongs(id, token)).isTrue();
        assertThat(connected.probe().attempt(id, token)).isInstanceOf(ProbeOutcome.Accepted.class);

        assertThat(act("kubernetes.delete-secret", id)).isInstanceOf(ActionOutcome.Done.class);

        Duration after = awaitRefusal(id, token);
        System.out.println("kube-apiserver: a deleted secret's token was refused after " + after.toMillis() + " ms");
        assertThat(connected.probe().list(id)).isInstanceOf(ListingEvidence.NotListed.class);
        assertThat(act("kubernetes.delete-secret", id)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void aPodsTokenEndsWithIt() throws InterruptedException {
        account("runner");
        kubectl.run("""
                apiVersion: v1
                kind: Pod
                metadata: {name: bound, namespace: work}
                spec: {serviceAccountName: runner, terminationGracePeriodSeconds: 0, containers: [{name: c, image: c}]}
                """, List.of("apply", "-f", "-"));
        String uid = await("pod", "bound", "{.metadata.uid}");
        Secret token = Secret.of(ConnectedCluster.token(
                kubectl, "work", "runner", "--bound-object-kind=Pod", "--bound-object-name=bound"));
        CredentialId id = ConnectedCluster.credential("pod/work/bound/" + uid);
        assertThat(connected.probe().belongs(id, token)).isTrue();
        assertThat(connected.probe().attempt(id, token)).isInstanceOf(ProbeOutcome.Accepted.class);

        assertThat(act("kubernetes.delete-pod", id)).isInstanceOf(ActionOutcome.Done.class);

        Duration after = awaitRefusal(id, token);
        System.out.println("kube-apiserver: a deleted pod's token was refused after " + after.toMillis() + " ms");
        assertThat(act("kubernetes.delete-pod", id)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    /// The controllers would make another pod at once.
    @Test
    void whatMakesThePodIsStoppedFirstAndStartedAgain() throws InterruptedException {
        account("served");
        kubectl.run("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: served, namespace: work}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: served}}
                  template:
                    metadata: {labels: {app: served}}
                    spec: {serviceAccountName: served, containers: [{name: c, image: c}]}
                """, List.of("apply", "-f", "-"));
        CredentialId id = podOf("served");

        assertThat(act("kubernetes.stop-workload", id)).isInstanceOf(ActionOutcome.Done.class);
        assertThat(act("kubernetes.stop-workload", id)).isInstanceOf(ActionOutcome.AlreadyDone.class);
        assertThat(field("deployment", "served", "{.spec.replicas}")).isEqualTo("0");
        act("kubernetes.delete-pod", id);
        long deadline = System.nanoTime() + REFUSED_MAX.toNanos();
        while (!kubectl.run("get", "pods", "--selector=app=served", "--namespace=work", "-o", "name")
                .isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }

        assertThat(act("kubernetes.start-workload", id))
                .isInstanceOf(ActionOutcome.Done.class)
                .extracting(ActionOutcome::detail)
                .isEqualTo("Set back to what it was: Deployment served");
        assertThat(field("deployment", "served", "{.spec.replicas}")).isEqualTo("2");
        assertThat(field("deployment", "served", "{.metadata.annotations}")).doesNotContain("curfew");
        assertThat(act("kubernetes.start-workload", id)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void aJobIsSuspendedAndWhatHasNoMakerIsLeft() throws InterruptedException {
        account("batch");
        kubectl.run("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: batch, namespace: work}
                spec:
                  template:
                    metadata: {labels: {app: batch}}
                    spec: {serviceAccountName: batch, restartPolicy: Never, containers: [{name: c, image: c}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: alone, namespace: work, labels: {app: alone}}
                spec: {serviceAccountName: batch, containers: [{name: c, image: c}]}
                """, List.of("apply", "-f", "-"));
        CredentialId job = podOf("batch");

        assertThat(act("kubernetes.stop-workload", job)).isInstanceOf(ActionOutcome.Done.class);
        assertThat(field("job", "batch", "{.spec.suspend}")).isEqualTo("true");
        assertThat(act("kubernetes.start-workload", job)).isInstanceOf(ActionOutcome.Done.class);
        assertThat(field("job", "batch", "{.spec.suspend}")).isEqualTo("false");
        assertThat(act("kubernetes.stop-workload", podOf("alone"))).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    /// Other projects have kinds of the same name, which Curfew must not take for those of Kubernetes.
    @Test
    void whatHasAMakerThatIsNotKnownIsNotSaidToBeStopped() throws InterruptedException {
        account("foreign");
        kubectl.run("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: foreign
                  namespace: work
                  labels: {app: foreign}
                  ownerReferences:
                  - {apiVersion: apps.kruise.io/v1beta1, kind: StatefulSet, name: foreign, uid: u-1, controller: true}
                spec: {serviceAccountName: foreign, containers: [{name: c, image: c}]}
                """, List.of("apply", "-f", "-"));

        assertThat(act("kubernetes.stop-workload", podOf("foreign")))
                .isInstanceOf(ActionOutcome.Refused.class)
                .extracting(ActionOutcome::detail)
                .isEqualTo("The pod is made by StatefulSet foreign, which Curfew does not know how to stop: stop it by"
                        + " hand, or it makes another pod with a token of its own");
    }

    private CredentialId podOf(String app) {
        String names = awaited("pods", "--selector=app=" + app, "--namespace=work", "{.items[*].metadata.name}");
        String name = names.split(" ", -1)[0];
        return ConnectedCluster.credential("pod/work/" + name + "/" + await("pod", name, "{.metadata.uid}"));
    }

    private String field(String kind, String name, String path) {
        return kubectl.run("get", kind, name, "--namespace=work", "-o", "jsonpath=" + path);
    }

    @Test
    void takingBindingsAwayLeavesTheTokenValidAndCanBeUndone() throws InterruptedException {
        CredentialId id = account("bound");
        kubectl.run("create", "rolebinding", "only-it", "--clusterrole=view", "--serviceaccount=work:bound", "-n=work");
        kubectl.run(
                "create",
                "clusterrolebinding",
                "as-user",
                "--clusterrole=view",
                "--user=system:serviceaccount:work:bound");
        kubectl.run(
                "create",
                "rolebinding",
                "shared",
                "--clusterrole=view",
                "--serviceaccount=work:bound",
                "--user=ada",
                "-n=work");
        String before = bindings();
        Secret token = Secret.of(ConnectedCluster.token(kubectl, "work", "bound"));

        assertThat(act("kubernetes.remove-bindings", id))
                .isInstanceOf(ActionOutcome.Done.class)
                .extracting(ActionOutcome::detail)
                .asString()
                .startsWith("3 bindings were taken away");

        assertThat(bindings()).doesNotContain("only-it", "as-user").contains("shared ada");
        assertThat(connected.probe().attempt(id, token)).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(act("kubernetes.remove-bindings", id)).isInstanceOf(ActionOutcome.AlreadyDone.class);

        assertThat(act("kubernetes.restore-bindings", id)).isInstanceOf(ActionOutcome.Done.class);
        assertThat(bindings()).isEqualTo(before);
        assertThat(act("kubernetes.restore-bindings", id)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    private String bindings() {
        String what = "jsonpath={range .items[*]}{.metadata.name}{range .subjects[*]} {.name}{end}{\"\\n\"}{end}";
        return kubectl.run("get", "rolebindings", "--namespace=work", "-o", what)
                + kubectl.run(
                        "get",
                        "clusterrolebinding",
                        "as-user",
                        "--ignore-not-found",
                        "-o",
                        "jsonpath={.metadata.name}");
    }

    @Test
    void aSharedBindingOfARoleThatMayNotBeBoundIsLeftAndSaid() throws InterruptedException {
        CredentialId id = account("entangled");
        kubectl.run(
                "create",
                "rolebinding",
                "entangled",
                "--clusterrole=edit",
                "--serviceaccount=work:entangled",
                "--user=ada",
                "-n=work");
        assertThat(act("kubernetes.remove-bindings", id))
                .isInstanceOf(ActionOutcome.Refused.class)
                .extracting(ActionOutcome::detail)
                .asString()
                .contains("The binding work/entangled was not taken away, after 0 of 1")
                .contains("can only be changed by who may bind its role");
    }

    @Test
    void aCertificateOutlivesItsRequestAndLosesItsBindings() throws InterruptedException, IOException {
        String key = CertificateRequests.request(kubectl, "cert-user", "/CN=cert-user", true);
        String encoded = awaitCluster("csr", "cert-user", "{.status.certificate}");
        String uid = awaitCluster("csr", "cert-user", "{.metadata.uid}");
        String chain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.US_ASCII);
        CredentialId id = ConnectedCluster.credential("certificate/" + uid + "/cert-user");
        kubectl.run("create", "clusterrolebinding", "cert-user", "--clusterrole=view", "--user=cert-user");
        Secret pair = Secret.of(chain + key);
        assertThat(connected.probe().belongs(id, pair)).isTrue();
        assertThat(connected.probe().attempt(id, pair)).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(connected
                        .connector()
                        .selfCheck(connected.connection)
                        .orElseThrow()
                        .of(pair))
                .isInstanceOf(Standing.Works.class)
                .extracting(it -> ((Standing.Works) it).who())
                .asString()
                .startsWith("cert-user ");

        kubectl.run("delete", "csr", "cert-user");
        assertThat(act("kubernetes.remove-bindings", id)).isInstanceOf(ActionOutcome.Done.class);

        assertThat(connected.probe().attempt(id, pair)).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(kubectl.run("get", "clusterrolebinding", "cert-user", "--ignore-not-found"))
                .isEmpty();
        assertThat(Files.readString(kubernetes.auditLog())).contains("cert-user");
    }

    @Test
    void anExpiredTokenIsTakenForSixtySecondsMore() {
        kubectl.run("create", "serviceaccount", "expires", "--namespace=work");
        String token = ConnectedCluster.token(kubectl, "work", "expires");
        Instant now = Instant.now();
        assertThat(statusWith(kubernetes.ending(token, now.plusSeconds(30)))).isEqualTo(403);
        assertThat(statusWith(kubernetes.ending(token, now.minusSeconds(45)))).isEqualTo(403);
        assertThat(statusWith(kubernetes.ending(token, now.minus(Leeway.AFTER_EXP))))
                .isEqualTo(401);
    }

    /// What an account without rights is told, or somebody who is none.
    private int statusWith(String token) {
        return kubernetes.call("GET", "/api/v1/nodes", Map.of(), token).status();
    }

    @Test
    void theShortestTokenLastsBeyondTheShortestWindowSoThatCurfewEndsIt() {
        Issuer.Order order = new Issuer.Order(role("clusterrole/view"), Duration.ofMinutes(10), "curfew-r4");
        Issuer.Issued issued = connected.issuer().issue(RECEIPT, order);
        assertThat(Duration.between(issued.issuedAt(), issued.endsAt())).isEqualTo(Duration.ofMinutes(10));
        assertThat(issued.enforcement().byTarget()).isFalse();
        assertThat(issued.enforcement().reason()).contains("70 s");
    }

    private static Instant exp(Secret token) {
        return Jwt.read(token).flatMap(Jwt::endsAt).orElseThrow();
    }

    @Test
    void aTokenIsIssuedForARoleForAsLongAsOrderedAndEndsWithItsAccount() throws InterruptedException {
        Issuer.Order order = new Issuer.Order(role("clusterrole/view"), Duration.ofMinutes(15), "curfew-r1");
        Issuer.Issued issued = connected.issuer().issue(RECEIPT, order);

        assertThat(Duration.between(issued.issuedAt(), issued.endsAt())).isEqualTo(Duration.ofMinutes(15));
        assertThat(issued.enforcement().byTarget()).isTrue();
        assertThat(exp(issued.value()).plus(Leeway.AFTER_EXP)).isEqualTo(issued.endsAt());
        assertThat(connected.probe().attempt(issued.id(), issued.value())).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(kubectl.run("get", "clusterrolebindings", "-o", "name")).contains("curfew-r1-");
        assertThat(connected.observe().facts())
                .filteredOn(fact -> fact.key().equals(issued.id().nativeId()))
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("curfew-r1");

        assertThat(act("kubernetes.delete-service-account", issued.id())).isInstanceOf(ActionOutcome.Done.class);

        assertThat(kubectl.run("get", "clusterrolebindings", "-o", "name")).doesNotContain("curfew-r1-");
        awaitRefusal(issued.id(), issued.value());
    }

    @Test
    void aRoleThatMayNotBeBoundIsNotIssuedAndNothingIsLeft() {
        Issuer.Order order = new Issuer.Order(role("clusterrole/cluster-admin"), Duration.ofMinutes(15), "curfew-r2");
        assertThatThrownBy(() -> connected.issuer().issue(RECEIPT, order))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("was not bound to cluster-admin")
                .hasMessageContaining("nothing was handed out");
        assertThat(kubectl.run("get", "serviceaccounts", "--namespace=curfew", "-o", "name"))
                .doesNotContain("curfew-r2");
    }

    @Test
    void lessThanTenMinutesAreNotIssued() {
        Issuer.Order order = new Issuer.Order(role("clusterrole/view"), Duration.ofMinutes(5), "curfew-r3");
        assertThatThrownBy(() -> connected.issuer().issue(RECEIPT, order))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no token for less than 10 min");
    }

    @Test
    void aRolesTextIsReadAsItWasObserved() throws InterruptedException {
        assertThat(connected.observe().facts())
                .filteredOn(fact -> fact.key().equals("clusterrole/system:discovery"))
                .singleElement()
                .extracting(fact -> ((dev.curfew.model.estate.Policy) fact).text())
                .isEqualTo(connected.issuer().currentPolicyText(role("clusterrole/system:discovery")));
    }

    @Test
    void whatIsNoTokenOfTheClustersIsRefusedAndBelongsToNothing() throws InterruptedException {
        CredentialId id = account("other");
        Secret forged = Secret.of(forged());
        assertThat(connected.probe().belongs(id, forged)).isFalse();
        assertThat(connected.probe().attempt(id, forged))
                .isInstanceOf(ProbeOutcome.Refused.class)
                .extracting(it -> ((ProbeOutcome.Refused) it).refusal())
                .isEqualTo(RefusalClass.INVALID_CREDENTIAL);
        assertThat(connected.probe().belongs(id, Secret.of(ConnectedCluster.token(kubectl, "curfew", "curfew-reader"))))
                .isFalse();
    }

    /// The account's own claims, signed by nobody.
    private String forged() {
        String[] parts = ConnectedCluster.token(kubectl, "work", "other").split("\\.", -1);
        return parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());
    }

    @Test
    void theSelfCheckSaysWhoAndUntilWhen() throws InterruptedException {
        var check = connected.connector().selfCheck(connected.connection).orElseThrow();
        Secret reader = connected.secrets.get(connected.connection.readSecret()).orElseThrow();
        assertThat(check.of(reader))
                .isInstanceOf(Standing.Works.class)
                .asString()
                .contains("system:serviceaccount:curfew:curfew-reader", "At[instant=");
        assertThat(check.of(Secret.of("nonsense"))).isInstanceOf(Standing.Refused.class);
    }

    private CredentialId account(String name) {
        kubectl.run("create", "serviceaccount", name, "--namespace=work");
        String uid = await("serviceaccount", name, "{.metadata.uid}");
        return ConnectedCluster.credential("token/work/" + name + "/" + uid);
    }

    private ActionOutcome act(String code, CredentialId id) throws InterruptedException {
        return connected.revoker().act(new Action(code, false), id);
    }

    private static PolicyId role(String nativeId) {
        return new PolicyId(ConnectedCluster.SOURCE, nativeId);
    }

    private Duration awaitRefusal(CredentialId id, Secret token) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            ProbeOutcome outcome = connected.probe().attempt(id, token);
            Duration after = Duration.ofNanos(System.nanoTime() - start);
            if (outcome instanceof ProbeOutcome.Refused refused) {
                assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL);
                return after;
            }
            assertThat(after).isLessThan(REFUSED_MAX);
            Thread.sleep(100);
        }
    }

    private String await(String kind, String name, String path) {
        return awaited(kind, name, "--namespace=work", path);
    }

    private String awaitCluster(String kind, String name, String path) {
        return awaited(kind, name, "--ignore-not-found", path);
    }

    private String awaited(String kind, String name, String where, String path) {
        long deadline = System.nanoTime() + REFUSED_MAX.toNanos();
        while (true) {
            String found = kubectl.run("get", kind, name, where, "-o", "jsonpath=" + path);
            if (!found.isEmpty()) {
                return found;
            }
            assertThat(System.nanoTime()).as(kind + " " + name).isLessThan(deadline);
        }
    }
}
