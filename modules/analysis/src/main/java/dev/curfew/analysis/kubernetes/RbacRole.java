package dev.curfew.analysis.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.analysis.PolicySyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A Role or ClusterRole. An aggregated ClusterRole's rules are those that the server computed into it.
///
/// @param namespace empty for a ClusterRole
public record RbacRole(String namespace, String name, List<RbacRule> rules) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public RbacRole {
        rules = List.copyOf(rules);
    }

    /// @param text JSON with `kind`, `namespace`, `name`, `rules`
    /// @throws PolicySyntaxException with the JSON path
    public static RbacRole parse(String text) throws PolicySyntaxException {
        try {
            return parse(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new PolicySyntaxException("not JSON");
        }
    }

    /// @param role its name and namespace on top or under `metadata`
    /// @throws PolicySyntaxException with the JSON path
    public static RbacRole parse(JsonNode role) throws PolicySyntaxException {
        return parse(role, "$");
    }

    /// @param role its name and namespace on top or under `metadata`
    /// @param place the JSON path to it
    /// @throws PolicySyntaxException with the JSON path
    public static RbacRole parse(JsonNode role, String place) throws PolicySyntaxException {
        JsonNode named = role.has("name") ? role : role.path("metadata");
        return new RbacRole(
                named.path("namespace").asText(""), named.path("name").asText(""), rules(role.path("rules"), place));
    }

    /// @throws PolicySyntaxException with the JSON path
    public static List<RbacRule> rules(JsonNode list) throws PolicySyntaxException {
        return rules(list, "$");
    }

    private static List<RbacRule> rules(JsonNode list, String place) throws PolicySyntaxException {
        List<RbacRule> rules = new ArrayList<>();
        if (!list.isArray() && !list.isNull() && !list.isMissingNode()) {
            throw new PolicySyntaxException(place + ".rules: a list is expected");
        }
        for (JsonNode rule : list) {
            String path = place + ".rules[" + rules.size() + "]";
            if (!rule.isObject()) {
                throw new PolicySyntaxException(path + ": an object is expected");
            }
            rules.add(new RbacRule(
                    texts(rule, "verbs", path),
                    texts(rule, "apiGroups", path),
                    texts(rule, "resources", path),
                    texts(rule, "resourceNames", path),
                    List.copyOf(texts(rule, "nonResourceURLs", path))));
        }
        return rules;
    }

    private static Set<String> texts(JsonNode rule, String key, String path) throws PolicySyntaxException {
        JsonNode values = rule.path(key);
        Set<String> texts = new LinkedHashSet<>();
        if (values.isMissingNode() || values.isNull()) {
            return texts;
        }
        if (!values.isArray()) {
            throw new PolicySyntaxException(path + "." + key + ": a list is expected");
        }
        for (JsonNode value : values) {
            if (!value.isTextual()) {
                throw new PolicySyntaxException(path + "." + key + ": a text is expected");
            }
            texts.add(value.asText());
        }
        return texts;
    }
}
