package dev.curfew.analysis.kubernetes.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.kubernetes.RbacRole;
import dev.curfew.analysis.kubernetes.RbacRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A Role or ClusterRole as JSON, and the rules that aggregation gives it.
final class RoleDocument {
    private static final String CLUSTER_ROLE = "ClusterRole";

    private final RbacRole role;
    private final Map<String, String> labels = new HashMap<>();
    private final List<LabelSelector> aggregates = new ArrayList<>();
    private List<Written> rules;

    private RoleDocument(RbacRole role, JsonNode rules) {
        this.role = role;
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < role.rules().size(); i++) {
            written.add(Written.of(role.rules().get(i), rules.path(i)));
        }
        this.rules = written;
    }

    /// A rule as it stands in its role: the controller takes two for one only where their lists are in one order too.
    private record Written(RbacRule rule, List<List<String>> lists) {
        private static final List<String> LISTS =
                List.of("verbs", "apiGroups", "resources", "resourceNames", "nonResourceURLs");

        static Written of(RbacRule rule, JsonNode node) {
            return new Written(
                    rule,
                    LISTS.stream()
                            .map(list -> node.path(list)
                                    .valueStream()
                                    .map(JsonNode::asText)
                                    .toList())
                            .toList());
        }

        boolean isSame(Written other) {
            return lists.equals(other.lists);
        }
    }

    static RoleDocument parse(JsonNode node, String path) throws PolicySyntaxException {
        RbacRole read = RbacRole.parse(node, path);
        String kind = node.path("kind").asText(read.namespace().isEmpty() ? CLUSTER_ROLE : "Role");
        RoleDocument document = switch (kind) {
            case CLUSTER_ROLE -> new RoleDocument(new RbacRole("", read.name(), read.rules()), node.path("rules"));
            case "Role" -> new RoleDocument(read, node.path("rules"));
            default -> throw new PolicySyntaxException(path + ".kind: Role or ClusterRole is expected");
        };
        if (kind.equals("Role") && read.namespace().isEmpty()) {
            throw new PolicySyntaxException(path + ".namespace: a Role is in one");
        }
        JsonNode labels =
                node.has("labels") ? node.path("labels") : node.path("metadata").path("labels");
        labels.properties()
                .forEach(label ->
                        document.labels.put(label.getKey(), label.getValue().asText()));
        for (JsonNode selector : node.path("aggregationRule").path("clusterRoleSelectors")) {
            document.aggregates.add(LabelSelector.parse(selector, path + ".aggregationRule"));
        }
        return document;
    }

    RbacRole role() {
        return isAggregated()
                ? new RbacRole(
                        role.namespace(),
                        role.name(),
                        rules.stream().map(Written::rule).toList())
                : role;
    }

    String name() {
        return role.name();
    }

    boolean isClusterRole() {
        return role.namespace().isEmpty();
    }

    boolean isAggregated() {
        return isClusterRole() && !aggregates.isEmpty();
    }

    boolean isLabelled() {
        return !labels.isEmpty();
    }

    /// Replaces the rules by those of the ClusterRoles that are selected, each rule once: selector by selector, in the
    /// order of names.
    ///
    /// <https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/clusterroleaggregation/clusterroleaggregation_controller.go>
    ///
    /// @param byName all ClusterRoles, sorted by name
    /// @return whether that changed anything
    boolean aggregate(List<RoleDocument> byName) {
        List<Written> collected = new ArrayList<>();
        for (LabelSelector selector : aggregates) {
            for (RoleDocument other : byName) {
                if (!other.name().equals(name()) && selector.selects(other.labels)) {
                    other.rules.stream()
                            .filter(rule -> collected.stream().noneMatch(rule::isSame))
                            .forEach(collected::add);
                }
            }
        }
        boolean changed = !collected.equals(rules);
        rules = List.copyOf(collected);
        return changed;
    }
}
