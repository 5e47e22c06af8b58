package dev.curfew.connector.rate;

import dev.curfew.testbed.kubernetes.Kubernetes;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// Makes small objects of the kinds that a cluster has most of: of a hundred, 28 pods, 22 service accounts, 22 role
/// bindings, 18 Secrets, 7 roles and 3 deployments.
final class ClusterObjects {
    /// One namespace for so many objects.
    private static final int NAMESPACE_OBJECTS = 500;

    private static final String RBAC = "rbac.authorization.k8s.io";

    private final Kubernetes kubernetes;
    private final int hundreds;
    private final int namespaces;

    private ClusterObjects(Kubernetes kubernetes, int objects) {
        this.kubernetes = kubernetes;
        this.hundreds = objects / 100;
        this.namespaces = Math.max(1, objects / NAMESPACE_OBJECTS);
    }

    static void make(Kubernetes kubernetes, int objects) {
        new ClusterObjects(kubernetes, objects).make();
    }

    private void make() {
        Making.of(namespaces, number -> kubernetes.createNamespace("team-" + number));
        make("/api/v1", "serviceaccounts", 22, number -> Map.of("metadata", metadata("service", number)));
        make(
                "/apis/" + RBAC + "/v1",
                "roles",
                7,
                number -> Map.of(
                        "metadata",
                        metadata("reader", number),
                        "rules",
                        List.of(Map.of(
                                "apiGroups",
                                List.of(""),
                                "resources",
                                List.of("secrets", "configmaps"),
                                "verbs",
                                List.of("get", "list"),
                                "resourceNames",
                                List.of("secret-" + number)))));
        make(
                "/apis/" + RBAC + "/v1",
                "rolebindings",
                22,
                number -> Map.of(
                        "metadata", metadata("binding", number),
                        "roleRef",
                                Map.of("apiGroup", RBAC, "kind", "Role", "name", "reader-" + number % (7 * hundreds)),
                        "subjects",
                                List.of(Map.of(
                                        "kind",
                                        "ServiceAccount",
                                        "name",
                                        "service-" + number,
                                        "namespace",
                                        namespace(number)))));
        make(
                "/api/v1",
                "secrets",
                18,
                number -> Map.of(
                        "metadata", metadata("secret", number),
                        "stringData",
                                Map.of("user", "service-" + number, "note", "made up for measuring, and no secret")));
        make("/api/v1", "pods", 28, number -> Map.of("metadata", metadata("pod", number), "spec", podSpec(number)));
        make(
                "/apis/apps/v1",
                "deployments",
                3,
                number -> Map.of(
                        "metadata", metadata("deployment", number),
                        "spec",
                                Map.of(
                                        "selector", Map.of("matchLabels", Map.of("app", "app-" + number)),
                                        "template",
                                                Map.of(
                                                        "metadata", Map.of("labels", Map.of("app", "app-" + number)),
                                                        "spec", podSpec(number)))));
    }

    private void make(String api, String plural, int ofHundred, IntFunction<Map<String, ?>> object) {
        Making.of(
                hundreds * ofHundred,
                number -> kubernetes
                        .call("POST", api + "/namespaces/" + namespace(number) + "/" + plural, object.apply(number))
                        .ok());
    }

    private String namespace(int number) {
        return "team-" + number % namespaces;
    }

    private static Map<String, ?> metadata(String prefix, int number) {
        return Map.of(
                "name", prefix + "-" + number, "labels", Map.of("app", "app-" + number, "team", "team-" + number % 40));
    }

    private Map<String, ?> podSpec(int number) {
        return Map.of(
                "serviceAccountName", "service-" + number % (22 * hundreds),
                "containers",
                        List.of(Map.of(
                                "name",
                                "main",
                                "image",
                                "registry.example/app:" + number % 300,
                                "env",
                                List.of(
                                        Map.of("name", "MODE", "value", "production"),
                                        Map.of(
                                                "name",
                                                "PASSWORD",
                                                "valueFrom",
                                                Map.of(
                                                        "secretKeyRef",
                                                        Map.of("name", "secret-" + number, "key", "note")))))),
                "volumes",
                        List.of(Map.of(
                                "name",
                                "token",
                                "projected",
                                Map.of(
                                        "sources",
                                        List.of(Map.of(
                                                "serviceAccountToken",
                                                Map.of("path", "token", "expirationSeconds", 3607)))))));
    }
}
