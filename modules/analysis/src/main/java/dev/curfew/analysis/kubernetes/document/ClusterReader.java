package dev.curfew.analysis.kubernetes.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.kubernetes.RbacBinding;
import dev.curfew.analysis.kubernetes.RbacCluster;
import dev.curfew.analysis.kubernetes.RbacRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads lists of roles and bindings, as the API server lists them or with `name` and `namespace` on top.
public final class ClusterReader {
    private static final String WHOLE = "ClusterRoleBinding";

    private ClusterReader() {}

    /// @throws PolicySyntaxException with the JSON path
    public static RbacCluster read(JsonNode roles, JsonNode bindings) throws PolicySyntaxException {
        return new RbacCluster(roles(roles), bindings(bindings));
    }

    /// Aggregated ClusterRoles get the rules of those they select, where any role has labels to select by; else they
    /// keep the rules that the server last computed into them.
    ///
    /// @throws PolicySyntaxException with the JSON path
    public static List<RbacRole> roles(JsonNode roles) throws PolicySyntaxException {
        List<RoleDocument> documents = new ArrayList<>();
        for (JsonNode role : list(roles, "$.roles")) {
            documents.add(RoleDocument.parse(object(role, "$.roles", documents.size()), path("$.roles", documents)));
        }
        aggregate(documents);
        return documents.stream().map(RoleDocument::role).toList();
    }

    /// An aggregated role may select another: each round settles at least one more.
    private static void aggregate(List<RoleDocument> documents) {
        List<RoleDocument> byName = documents.stream()
                .filter(RoleDocument::isClusterRole)
                .sorted(Comparator.comparing(RoleDocument::name))
                .toList();
        List<RoleDocument> aggregated =
                byName.stream().filter(RoleDocument::isAggregated).toList();
        if (byName.stream().noneMatch(RoleDocument::isLabelled)) {
            return;
        }
        boolean changed = true;
        for (int round = 0; changed && round <= aggregated.size(); round++) {
            changed = false;
            for (RoleDocument document : aggregated) {
                changed |= document.aggregate(byName);
            }
        }
    }

    /// @throws PolicySyntaxException with the JSON path
    public static List<RbacBinding> bindings(JsonNode bindings) throws PolicySyntaxException {
        List<RbacBinding> read = new ArrayList<>();
        for (JsonNode binding : list(bindings, "$.bindings")) {
            read.add(binding(object(binding, "$.bindings", read.size()), path("$.bindings", read)));
        }
        return read;
    }

    private static RbacBinding binding(JsonNode binding, String path) throws PolicySyntaxException {
        JsonNode named = binding.has("name") ? binding : binding.path("metadata");
        String namespace = named.path("namespace").asText("");
        String kind = binding.path("kind").asText(namespace.isEmpty() ? WHOLE : "RoleBinding");
        if (!kind.equals(WHOLE) && !kind.equals("RoleBinding")) {
            throw new PolicySyntaxException(path + ".kind: RoleBinding or ClusterRoleBinding is expected");
        }
        if (kind.equals("RoleBinding") && namespace.isEmpty()) {
            throw new PolicySyntaxException(path + ".namespace: a RoleBinding is in one");
        }
        List<RbacBinding.Subject> subjects = new ArrayList<>();
        for (JsonNode subject : list(binding.path("subjects"), path + ".subjects")) {
            subjects.add(new RbacBinding.Subject(
                    subject.path("kind").asText(""),
                    subject.path("namespace").asText(""),
                    subject.path("name").asText("")));
        }
        JsonNode role = binding.path("roleRef");
        return new RbacBinding(
                kind.equals(WHOLE),
                kind.equals(WHOLE) ? "" : namespace,
                named.path("name").asText(""),
                role.path("kind").asText(""),
                role.path("name").asText(""),
                subjects);
    }

    private static JsonNode list(JsonNode node, String path) throws PolicySyntaxException {
        if (!node.isArray() && !node.isNull() && !node.isMissingNode()) {
            throw new PolicySyntaxException(path + ": a list is expected");
        }
        return node;
    }

    private static JsonNode object(JsonNode node, String path, int position) throws PolicySyntaxException {
        if (!node.isObject()) {
            throw new PolicySyntaxException(path + "[" + position + "]: an object is expected");
        }
        return node;
    }

    private static String path(String list, List<?> before) {
        return list + "[" + before.size() + "]";
    }
}
