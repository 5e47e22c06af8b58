package dev.curfew.analysis.escalation.kubernetes;

import dev.curfew.analysis.Estate;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A small cluster, made up from a seed: one administrator, and service accounts of two namespaces that hold roles with
/// part of a method or all of it, cluster-wide or in one namespace. Nobody reads secrets: of those the graph knows
/// which
/// hold a token, where the list of escalations says that one may.
final class RandomCluster {
    private static final List<String> NAMESPACES = List.of("ops", "web");
    private static final List<String> RESOURCES = List.of(
            "|pods",
            "|pods/exec",
            "|pods/ephemeralcontainers",
            "|serviceaccounts",
            "|serviceaccounts/token",
            "|users",
            "|groups",
            "|nodes/proxy",
            "apps|deployments",
            "batch|jobs",
            "rbac.authorization.k8s.io|roles",
            "rbac.authorization.k8s.io|clusterroles",
            "rbac.authorization.k8s.io|rolebindings",
            "rbac.authorization.k8s.io|clusterrolebindings",
            "admissionregistration.k8s.io|mutatingwebhookconfigurations",
            "apps|*");
    private static final List<String> VERBS = List.of(
            "'create'",
            "'get'",
            "'list'",
            "'update'",
            "'patch'",
            "'impersonate'",
            "'escalate','update'",
            "'bind','create'",
            "'create','get'",
            "'create','bind','escalate','impersonate','update','get'");
    private static final List<String> NAMES =
            List.of("", "", "", ",'resourceNames':['cluster-admin']", ",'resourceNames':['s0','system:masters']");

    private final Random random;
    private final Estate estate = Estate.of("k8s");

    private RandomCluster(long seed) {
        random = new Random(seed);
    }

    static Estate of(long seed) {
        RandomCluster cluster = new RandomCluster(seed);
        cluster.fill();
        return cluster.estate;
    }

    private void fill() {
        PolicyId all = role("ClusterRole", "", "cluster-admin", "{'verbs':['*'],'apiGroups':['*'],'resources':['*']}");
        IdentityId administrator = random.nextBoolean()
                ? account(one(NAMESPACES), "root")
                : estate.identity("kubernetes.user", "user/root");
        estate.grant(administrator, all, GrantRole.IDENTITY, "");
        List<PolicyId> roles = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            roles.add(role("ClusterRole", "", "r" + i, rules()));
        }
        for (String namespace : NAMESPACES) {
            PolicyId own = role("Role", namespace, "own", rules());
            for (int i = 0; i < 3; i++) {
                IdentityId account = account(namespace, "s" + i);
                if (random.nextInt(3) == 0) {
                    estate.grant(account, own, GrantRole.IDENTITY, namespace);
                }
                for (int grants = random.nextInt(3); grants > 0; grants--) {
                    String scope = random.nextInt(3) == 0 ? "" : one(NAMESPACES);
                    estate.grant(account, one(roles), GrantRole.IDENTITY, scope);
                }
            }
        }
    }

    private IdentityId account(String namespace, String name) {
        return estate.identity("kubernetes.service-account", "serviceaccount/" + namespace + "/" + name);
    }

    private PolicyId role(String kind, String namespace, String name, String rules) {
        String id = kind.equals("Role") ? "role/" + namespace + "/" + name : "clusterrole/" + name;
        return estate.policy(
                "kubernetes.role",
                id,
                "{'kind':'" + kind + "','namespace':'" + namespace + "','name':'" + name + "','rules':[" + rules
                        + "]}");
    }

    private String rules() {
        List<String> rules = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String[] resource = one(RESOURCES).split("\\|", 2);
            rules.add("{'verbs':[" + one(VERBS) + "],'apiGroups':['" + resource[0] + "'],'resources':['" + resource[1]
                    + "']" + one(NAMES) + "}");
        }
        return String.join(",", rules);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
