package dev.curfew.analysis.escalation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesEscalationsTest {
    private final Estate estate = Estate.of("k8s");

    private IdentityId account(String namespace, String name, String binding, String... rules) {
        IdentityId id = estate.identity("kubernetes.service-account", "serviceaccount/" + namespace + "/" + name);
        PolicyId role = estate.policy(
                "kubernetes.role",
                "clusterrole/" + name,
                "{'kind':'ClusterRole','namespace':'','name':'" + name + "','rules':[" + String.join(",", rules)
                        + "]}");
        estate.grant(id, role, GrantRole.IDENTITY, binding);
        return id;
    }

    private static String rule(String verb, String group, String resource) {
        return "{'verbs':['" + verb + "'],'apiGroups':['" + group + "'],'resources':['" + resource + "']}";
    }

    private Map<String, Certainty> of(IdentityId id) {
        Map<String, Certainty> found = new TreeMap<>();
        for (Escalation each : KubernetesEscalations.find(estate.index())) {
            if (each.identity().equals(id)) {
                found.put(each.method(), each.certainty());
            }
        }
        return found;
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments("create", "", "pods", Map.of("kubernetes-pod-create", Certainty.CERTAIN)),
                arguments("create", "apps", "daemonsets", Map.of("kubernetes-workload-create", Certainty.CERTAIN)),
                arguments("update", "", "pods", Map.of("kubernetes-pod-change", Certainty.POSSIBLE)),
                arguments("patch", "apps", "deployments", Map.of("kubernetes-workload-change", Certainty.POSSIBLE)),
                arguments("create", "", "pods/exec", Map.of("kubernetes-pod-exec", Certainty.POSSIBLE)),
                arguments("create", "", "serviceaccounts/token", Map.of("kubernetes-token-request", Certainty.CERTAIN)),
                arguments("list", "", "secrets", Map.of("kubernetes-secret-read", Certainty.POSSIBLE)),
                arguments(
                        "impersonate",
                        "",
                        "serviceaccounts",
                        Map.of("kubernetes-impersonate-account", Certainty.CERTAIN)),
                arguments("create", "", "secrets", Map.of()),
                arguments("get", "", "pods", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void oneRuleInTheNamespaceOfAnAdministrator(
            String verb, String group, String resource, Map<String, Certainty> ways) {
        account("ops", "admin", "", rule("*", "*", "*"));
        IdentityId dev = account("ops", "dev", "ops", rule(verb, group, resource));

        assertThat(of(dev)).isEqualTo(ways);
    }

    @Test
    void anotherNamespaceIsNotReached() {
        account("ops", "admin", "", rule("*", "*", "*"));
        IdentityId dev = account("web", "dev", "web", rule("create", "", "pods"));

        assertThat(of(dev)).isEmpty();
    }

    @Test
    void bindingClusterAdminNeedsBothRules() {
        IdentityId both = account(
                "web",
                "both",
                "",
                rule("bind", "rbac.authorization.k8s.io", "clusterroles"),
                rule("create", "rbac.authorization.k8s.io", "clusterrolebindings"));
        IdentityId one = account("web", "one", "", rule("bind", "rbac.authorization.k8s.io", "clusterroles"));

        assertThat(of(both)).isEqualTo(Map.of("kubernetes-bind", Certainty.CERTAIN));
        assertThat(of(one)).isEmpty();
    }

    @Test
    void goesThroughAccountsThatReachOne() {
        account("ops", "admin", "", rule("*", "*", "*"));
        account("mid", "mid", "ops", rule("create", "", "pods"));
        IdentityId dev = account("web", "dev", "mid", rule("create", "", "pods"));

        assertThat(of(dev)).isEqualTo(Map.of("kubernetes-pod-create", Certainty.CERTAIN));
    }

    /// <https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/>
    @Test
    void whoMayImpersonateAnAdministratorIsOne() {
        PolicyId all = role("all", "", rule("*", "*", "*"));
        estate.grant(estate.identity("kubernetes.user", "user/alice"), all, GrantRole.IDENTITY, "");
        estate.grant(estate.identity("kubernetes.group", "group/sre"), all, GrantRole.IDENTITY, "");

        IdentityId anybody = account("web", "anybody", "", rule("impersonate", "", "users"));
        IdentityId alice = account("web", "alice", "", named("impersonate", "users", "alice"));
        IdentityId bob = account("web", "bob", "", named("impersonate", "users", "bob"));
        IdentityId groups = account("web", "groups", "", rule("impersonate", "", "groups"));
        IdentityId bobInSre = account(
                "web", "bob-in-sre", "", named("impersonate", "users", "bob"), named("impersonate", "groups", "sre"));

        assertThat(of(anybody)).isEqualTo(Map.of("kubernetes-impersonate-user", Certainty.CERTAIN));
        assertThat(of(alice)).isEqualTo(Map.of("kubernetes-impersonate-user", Certainty.CERTAIN));
        assertThat(of(bob)).isEmpty();
        // "requested [groups] without impersonating a user"
        assertThat(of(groups)).isEmpty();
        assertThat(of(bobInSre)).isEqualTo(Map.of("kubernetes-impersonate-bound-group", Certainty.CERTAIN));
    }

    /// Users are the cluster's, and no RoleBinding holds for them; service accounts are in namespaces.
    @Test
    void whoActsInAGroupNeedsAServiceAccountOfSomeNamespaceOrAUserOfTheCluster() {
        estate.grant(
                estate.identity("kubernetes.group", "group/sre"),
                role("all", "", rule("*", "*", "*")),
                GrantRole.IDENTITY,
                "");
        IdentityId users = account("web", "users", "", named("impersonate", "groups", "sre"));
        estate.grant(users, role("its-users", "", rule("impersonate", "", "users")), GrantRole.IDENTITY, "web");
        IdentityId accounts = account("web", "accounts", "", named("impersonate", "groups", "sre"));
        estate.grant(
                accounts,
                role("its-accounts", "", rule("impersonate", "", "serviceaccounts")),
                GrantRole.IDENTITY,
                "web");

        assertThat(of(users)).isEmpty();
        assertThat(of(accounts)).isEqualTo(Map.of("kubernetes-impersonate-bound-group", Certainty.CERTAIN));
    }

    /// The server asks about the service account that such a user is.
    @Test
    void aServiceAccountsUserNameIsNoUser() {
        estate.grant(
                estate.identity("kubernetes.user", "user/system:serviceaccount:ops:admin"),
                role("all", "", rule("*", "*", "*")),
                GrantRole.IDENTITY,
                "");

        assertThat(of(account("web", "anybody", "", rule("impersonate", "", "users"))))
                .isEmpty();
    }

    /// <https://kubernetes.io/docs/reference/access-authn-authz/rbac/#restrictions-on-role-creation-or-update>
    @Test
    void escalateWorksOnARoleThatItHolds() {
        IdentityId own = account(
                "web", "own", "", rbac("escalate", "clusterroles", "own"), rbac("update", "clusterroles", "own"));
        IdentityId another = account(
                "web", "another", "", rbac("escalate", "clusterroles", "own"), rbac("update", "clusterroles", "own"));

        assertThat(of(own)).isEqualTo(Map.of("kubernetes-escalate", Certainty.CERTAIN));
        assertThat(of(another)).isEmpty();
    }

    @Test
    void escalateAndBindInTheNamespaceOfAnAdministrator() {
        account("ops", "admin", "", rule("*", "*", "*"));
        IdentityId holds = estate.identity("kubernetes.service-account", "serviceaccount/web/holds");
        estate.grant(
                holds,
                role("mine", "ops", rbac("escalate", "roles", "mine"), rbac("patch", "roles", "mine")),
                GrantRole.IDENTITY,
                "");
        IdentityId binds = account(
                "web",
                "binds",
                "ops",
                rbac("bind", "clusterroles", "edit"),
                rule("create", "rbac.authorization.k8s.io", "rolebindings"));
        IdentityId bindsView = account(
                "web",
                "binds-view",
                "ops",
                rbac("bind", "clusterroles", "view"),
                rule("create", "rbac.authorization.k8s.io", "rolebindings"));

        assertThat(of(holds)).isEqualTo(Map.of("kubernetes-escalate-namespace", Certainty.CERTAIN));
        assertThat(of(binds)).isEqualTo(Map.of("kubernetes-bind-namespace", Certainty.CERTAIN));
        assertThat(of(bindsView)).isEmpty();
    }

    private PolicyId role(String name, String namespace, String... rules) {
        String kind = namespace.isEmpty() ? "ClusterRole" : "Role";
        return estate.policy(
                "kubernetes.role",
                kind.toLowerCase(Locale.ROOT) + "/" + namespace + "/" + name,
                "{'kind':'" + kind + "','namespace':'" + namespace + "','name':'" + name + "','rules':["
                        + String.join(",", rules) + "]}");
    }

    private static String named(String verb, String resource, String name) {
        return "{'verbs':['" + verb + "'],'apiGroups':[''],'resources':['" + resource + "'],'resourceNames':['" + name
                + "']}";
    }

    private static String rbac(String verb, String resource, String name) {
        return named(verb, resource, name).replace("'apiGroups':['']", "'apiGroups':['rbac.authorization.k8s.io']");
    }
}
