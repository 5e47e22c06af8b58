package dev.curfew.analysis.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Whole cases in the format of `curfew evaluate kubernetes`, from a seed.
public final class RandomCases {
    private static final List<String> NAMESPACES = List.of("blue", "red");
    private static final int ROLES = 6;
    private static final int BINDINGS = 5;

    private RandomCases() {}

    public static Map<String, Object> of(long seed) {
        RandomCluster random = new RandomCluster(seed, "c-", NAMESPACES);
        List<Map<String, Object>> roles = new ArrayList<>();
        List<Map<String, Object>> bindings = new ArrayList<>();
        for (int i = 0; i < ROLES; i++) {
            roles.add(flat("ClusterRole", random.clusterRole(i)));
            roles.add(flat("Role", random.role(i, NAMESPACES.get(i % 2))));
        }
        for (int i = 0; i < BINDINGS; i++) {
            bindings.add(flat("ClusterRoleBinding", random.binding(i, "")));
            bindings.add(flat("RoleBinding", random.binding(i, NAMESPACES.get(i % 2))));
        }
        RbacSubject who = random.who();
        RbacRequest request = random.request();
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("id", seed);
        given.put("roles", roles);
        given.put("bindings", bindings);
        given.put("subject", Map.of("user", who.user(), "groups", who.groups()));
        given.put("verb", request.verb());
        given.put("apiGroup", request.apiGroup());
        given.put("resource", request.resource());
        given.put("subresource", request.subresource());
        given.put("name", request.name());
        given.put("namespace", request.namespace());
        given.put("nonResourceURL", request.nonResourceUrl());
        return given;
    }

    /// Kind, namespace and name on top; every service account with its namespace.
    private static Map<String, Object> flat(String kind, Map<String, Object> object) {
        Map<?, ?> metadata = (Map<?, ?>) Objects.requireNonNull(object.get("metadata"));
        Map<String, Object> flat = new LinkedHashMap<>(object);
        flat.remove("metadata");
        flat.put("kind", kind);
        metadata.forEach((key, value) -> flat.put(String.valueOf(key), value));
        Object namespace = metadata.get("namespace");
        if (object.get("subjects") instanceof List<?> subjects && namespace != null) {
            List<Map<Object, Object>> named = new ArrayList<>();
            for (Object subject : subjects) {
                Map<Object, Object> copy = new LinkedHashMap<>((Map<?, ?>) subject);
                if ("ServiceAccount".equals(copy.get("kind"))) {
                    copy.putIfAbsent("namespace", namespace);
                }
                named.add(copy);
            }
            flat.put("subjects", named);
        }
        return flat;
    }
}
