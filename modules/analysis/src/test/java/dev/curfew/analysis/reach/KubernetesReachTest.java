package dev.curfew.analysis.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// <https://kubernetes.io/docs/concepts/security/rbac-good-practices/>
class KubernetesReachTest {
    private static final ResourceId CLUSTER = ResourceId.of("k8s", "cluster");
    private final Estate estate = Estate.of("k8s");
    private final IdentityId app = account("shop", "app");
    private final IdentityId boss = account("shop", "boss");
    private final IdentityId far = account("bank", "far");
    private final ResourceId secret = estate.resource("kubernetes.secret", "secrets/shop/db", Sensitivity.HIGH);

    @ParameterizedTest(name = "{0} {2} {1}: {3}")
    @CsvSource({
        "create, pods, '', CERTAIN: HOLDS role/shop/r > RUNS_AS serviceaccount/shop/boss",
        "patch, deployments, apps, CONDITIONAL: HOLDS role/shop/r > RUNS_AS serviceaccount/shop/boss",
        "create, jobs, batch, CERTAIN: HOLDS role/shop/r > RUNS_AS serviceaccount/shop/boss",
        "patch, pods, '', CONDITIONAL: HOLDS role/shop/r > RUNS_AS serviceaccount/shop/boss",
        "update, pods, '', CONDITIONAL: HOLDS role/shop/r > RUNS_AS serviceaccount/shop/boss",
        "patch, pods/ephemeralcontainers, '', CONDITIONAL: HOLDS role/shop/r > RUNS_AS serviceaccount/shop/boss",
        "get, pods/exec, '', CONDITIONAL: HOLDS role/shop/r > RUNS_AS serviceaccount/shop/boss",
        "create, pods/exec, '', CONDITIONAL: HOLDS role/shop/r > RUNS_AS serviceaccount/shop/boss",
        "create, serviceaccounts/token, '', CERTAIN: HOLDS role/shop/r > MINTS serviceaccount/shop/boss",
        "create, serviceaccounts, '', none",
        "impersonate, serviceaccounts, '', CERTAIN: HOLDS role/shop/r > IMPERSONATES serviceaccount/shop/boss",
        "get, pods, '', none",
    })
    void anotherServiceAccountIsReachedByWhateverRunsOrMintsAsIt(
            String verb, String resource, String group, String path) {
        bind(role(verb, group, resource), "shop");

        assertThat(Paths.to(reach(app), boss)).isEqualTo(path);
        assertThat(Paths.to(reach(app), far)).isEqualTo("none");
    }

    @Test
    void aClusterRoleBindingHoldsInAllNamespaces() {
        bind(role("create", "", "pods"), "");

        assertThat(Paths.to(reach(app), far)).isEqualTo("CERTAIN: HOLDS role/shop/r > RUNS_AS serviceaccount/bank/far");
    }

    @Test
    void aTokenSecretThatIsReadLogsIn() {
        estate.credential("kubernetes.token-secret", "secret/shop/boss-token", boss, new Expiry.Never());
        bind(role("list", "", "secrets"), "shop");

        assertThat(Paths.to(reach(app), boss))
                .isEqualTo(
                        "CERTAIN: HOLDS role/shop/r > READS secret/shop/boss-token > LOGS_IN_AS serviceaccount/shop/boss");
        assertThat(Paths.to(reach(app), secret)).isEqualTo("CERTAIN: HOLDS role/shop/r > READS secrets/shop/db");
    }

    @Test
    void aPodMountsAnySecretOfItsNamespace() {
        bind(role("create", "", "pods"), "shop");

        assertThat(Paths.to(reach(app), secret)).isEqualTo("CERTAIN: HOLDS role/shop/r > READS secrets/shop/db");
    }

    @ParameterizedTest(name = "{0} {2} {1}: {3}")
    @CsvSource({
        "*, *, *, ADMINISTERS",
        "escalate update, clusterroles, rbac.authorization.k8s.io, CERTAIN ESCALATES",
        "escalate, clusterroles, rbac.authorization.k8s.io, none",
        "bind create, clusterroles clusterrolebindings, rbac.authorization.k8s.io, ESCALATES",
        "bind, clusterroles, rbac.authorization.k8s.io, none",
        "bind patch, clusterroles clusterrolebindings, rbac.authorization.k8s.io, ESCALATES",
        "impersonate, groups users, '', CERTAIN ESCALATES",
        "impersonate, groups serviceaccounts, '', CERTAIN ESCALATES",
        "impersonate, groups, '', none",
        "patch, mutatingwebhookconfigurations, admissionregistration.k8s.io, ESCALATES",
        "update, validatingwebhookconfigurations, admissionregistration.k8s.io, ESCALATES",
        "create, persistentvolumes pods, '', ESCALATES",
        "create, persistentvolumes, '', none",
        "create, mutatingwebhookconfigurations, admissionregistration.k8s.io, ESCALATES",
        "get, nodes/proxy, '', ESCALATES",
        "get, secrets, '', none",
    })
    void theClusterIsControlledBy(String verbs, String resources, String group, String how) {
        bind(role(verbs, group, resources), "");

        String path = Paths.to(reach(app), CLUSTER);

        String sure = how.startsWith("CERTAIN") ? "CERTAIN" : "";
        assertThat(path)
                .startsWith(sure)
                .endsWith(how.equals("none") ? "none" : how.replace("CERTAIN ", "") + " cluster");
    }

    /// <https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/>
    @Test
    void theMastersAreImpersonatedTogetherWithAnyOneUser() {
        bind(rules(named("impersonate", "", "groups", "system:masters"), named("impersonate", "", "users", "bob")), "");

        assertThat(Paths.to(reach(app), CLUSTER)).startsWith("CERTAIN").endsWith("ESCALATES cluster");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"r, true", "another, false"})
    void theClusterIsControlledByWhoeverRaisesARoleThatItHolds(String name, boolean controlled) {
        String group = "rbac.authorization.k8s.io";
        bind(rules(named("escalate", group, "clusterroles", name), named("update", group, "clusterroles", name)), "");

        assertThat(Paths.to(reach(app), CLUSTER)).startsWith(controlled ? "CERTAIN" : "none");
    }

    /// <https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles>
    @Test
    void whoBindsItselfToEditInANamespaceIsWhoeverIsThereAndReadsWhatIsThere() {
        String group = "rbac.authorization.k8s.io";
        bind(rules(named("bind", group, "clusterroles", "edit"), rule("create", group, "rolebindings")), "shop");

        assertThat(Paths.to(reach(app), boss))
                .isEqualTo("CERTAIN: HOLDS role/shop/r > ESCALATES serviceaccount/shop/boss");
        assertThat(Paths.to(reach(app), secret)).isEqualTo("CERTAIN: HOLDS role/shop/r > READS secrets/shop/db");
        assertThat(Paths.to(reach(app), far)).isEqualTo("none");
    }

    @Test
    void whoRaisesRolesOfANamespaceIsWhoeverIsThereIfItHoldsOneOfThem() {
        bind(role("escalate update", "rbac.authorization.k8s.io", "roles"), "shop");

        assertThat(Paths.to(reach(app), boss))
                .isEqualTo("CONDITIONAL: HOLDS role/shop/r > ESCALATES serviceaccount/shop/boss");
        assertThat(Paths.to(reach(app), far)).isEqualTo("none");
    }

    @Test
    void noBindingInANamespaceControlsTheCluster() {
        bind(role("*", "*", "*"), "shop");

        assertThat(reach(app).administrator()).isFalse();
    }

    private Reach reach(EntityId from) {
        return new BlastRadius(estate.index()).of(from);
    }

    private IdentityId account(String namespace, String name) {
        return estate.identity("kubernetes.service-account", "serviceaccount/" + namespace + "/" + name);
    }

    private void bind(PolicyId role, String namespace) {
        estate.grant(app, role, GrantRole.IDENTITY, namespace);
    }

    /// A ClusterRole under another name: which kind it is does not matter, the binding does.
    private PolicyId role(String verbs, String group, String resources) {
        return estate.policy(
                "kubernetes.role",
                "role/shop/r",
                "{'kind':'ClusterRole','namespace':'','name':'r','rules':[{'verbs':['%s'],'apiGroups':['%s'],'resources':['%s']}]}"
                        .formatted(verbs.replace(" ", "','"), group, resources.replace(" ", "','")));
    }

    private PolicyId rules(String... rules) {
        return estate.policy(
                "kubernetes.role",
                "role/shop/r",
                "{'kind':'ClusterRole','namespace':'','name':'r','rules':[" + String.join(",", rules) + "]}");
    }

    private static String rule(String verb, String group, String resource) {
        return "{'verbs':['%s'],'apiGroups':['%s'],'resources':['%s']}".formatted(verb, group, resource);
    }

    private static String named(String verb, String group, String resource, String name) {
        return "{'verbs':['%s'],'apiGroups':['%s'],'resources':['%s'],'resourceNames':['%s']}"
                .formatted(verb, group, resource, name);
    }
}
