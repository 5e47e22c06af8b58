package dev.curfew.analysis.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Roles, bindings and requests that meet often, from a seed; as JSON objects of the API.
final class RandomCluster {
    private static final List<String> VERBS = List.of(
            "get",
            "list",
            "watch",
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection",
            "escalate",
            "bind",
            "impersonate",
            "use",
            "*",
            "Get");
    private static final List<String> GROUPS = List.of("", "apps", "rbac.authorization.k8s.io", "example.com", "*");
    private static final List<String> RESOURCES = List.of(
            "pods",
            "pods/log",
            "pods/exec",
            "pods/*",
            "*/log",
            "*/scale",
            "*/*",
            "*",
            "deployments",
            "deployments/scale",
            "secrets",
            "roles",
            "clusterroles",
            "users",
            "nodes/proxy",
            "serviceaccounts/token",
            "namespaces",
            "pods/log/x");
    private static final List<String> NAMES = List.of("", "db", "web", "*", "Db");
    private static final List<String> URLS = List.of(
            "/metrics",
            "/metrics/*",
            "/metrics/cadvisor",
            "/logs/*",
            "/logs/**",
            "/logs*",
            "*",
            "/",
            "/*",
            "/other",
            "/logs",
            "/logs/a/b",
            "/metricsx");
    private static final List<String> SUBRESOURCES =
            List.of("", "", "log", "exec", "scale", "proxy", "token", "*", "log/x");

    private final Random random;
    private final String prefix;
    private final List<String> namespaces;

    RandomCluster(long seed, String prefix, List<String> namespaces) {
        this.random = new Random(seed);
        this.prefix = prefix;
        this.namespaces = namespaces;
    }

    Map<String, Object> clusterRole(int number) {
        return Map.of("metadata", Map.of("name", prefix + "cr" + number), "rules", rules(true));
    }

    Map<String, Object> role(int number, String namespace) {
        return Map.of("metadata", Map.of("name", prefix + "r" + number, "namespace", namespace), "rules", rules(false));
    }

    /// @param namespace empty: a ClusterRoleBinding
    Map<String, Object> binding(int number, String namespace) {
        boolean toRole = !namespace.isEmpty() && random.nextBoolean();
        // some of these name a role that is not there
        String role = prefix + (toRole ? "r" : "cr") + random.nextInt(8);
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", prefix + "b" + number));
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        List<Map<String, String>> subjects = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            subjects.add(subject(namespace));
        }
        return Map.of(
                "metadata",
                metadata,
                "roleRef",
                Map.of("apiGroup", "rbac.authorization.k8s.io", "kind", toRole ? "Role" : "ClusterRole", "name", role),
                "subjects",
                subjects);
    }

    private Map<String, String> subject(String namespace) {
        return switch (random.nextInt(4)) {
            case 0 -> named("User", pick(users()));
            case 1 -> named("Group", pick(groups()));
            default -> {
                // a RoleBinding's service account may leave out the namespace: then it is the binding's
                String account = random.nextInt(3) == 0 && !namespace.isEmpty() ? "" : pick(namespaces);
                yield account.isEmpty()
                        ? Map.of("kind", "ServiceAccount", "name", pick(List.of("app", "ci")))
                        : Map.of("kind", "ServiceAccount", "name", pick(List.of("app", "ci")), "namespace", account);
            }
        };
    }

    private static Map<String, String> named(String kind, String name) {
        return Map.of("kind", kind, "name", name, "apiGroup", "rbac.authorization.k8s.io");
    }

    private List<String> users() {
        return List.of(
                prefix + "ann",
                prefix + "bob",
                "*",
                "system:serviceaccount:" + namespaces.getFirst() + ":app",
                "system:anonymous");
    }

    private List<String> groups() {
        return List.of(
                prefix + "ops",
                "system:authenticated",
                "system:serviceaccounts",
                "system:unauthenticated",
                "*",
                "system:serviceaccounts:" + namespaces.getFirst());
    }

    private List<Map<String, Object>> rules(boolean clusterWide) {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (clusterWide && random.nextInt(4) == 0) {
                rules.add(Map.of("verbs", some(VERBS), "nonResourceURLs", some(URLS)));
            } else {
                rules.add(Map.of(
                        "verbs", some(VERBS),
                        "apiGroups", some(GROUPS),
                        "resources", some(RESOURCES),
                        "resourceNames", random.nextInt(3) == 0 ? some(NAMES) : List.of()));
            }
        }
        return rules;
    }

    private List<String> some(List<String> from) {
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            some.add(pick(from));
        }
        return some;
    }

    RbacSubject who() {
        String user = random.nextInt(3) == 0
                ? "system:serviceaccount:" + pick(namespaces) + ":" + pick(List.of("app", "ci"))
                : pick(users());
        if (random.nextInt(40) == 0) {
            return new RbacSubject(user, Set.of("system:masters"));
        }
        return random.nextBoolean()
                ? RbacSubject.named(user)
                : new RbacSubject(user, new TreeSet<>(List.of(pick(groups()), pick(groups()))));
    }

    RbacRequest request() {
        String verb = pick(VERBS);
        if (random.nextInt(5) == 0) {
            return new RbacRequest(verb, "", "", "", "", "", pick(URLS));
        }
        String resource = pick(RESOURCES);
        int slash = resource.indexOf('/');
        boolean whole = slash < 0 || random.nextInt(10) == 0;
        return new RbacRequest(
                verb,
                pick(GROUPS),
                whole ? resource : resource.substring(0, slash),
                whole ? pick(SUBRESOURCES) : resource.substring(slash + 1),
                pick(NAMES),
                random.nextInt(4) == 0 ? "" : pick(namespaces),
                "");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
