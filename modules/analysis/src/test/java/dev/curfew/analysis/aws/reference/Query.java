package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is asked, as it stands in a case.
///
/// @param node the case's `request`
record Query(JsonNode node) {

    /// In lower case: "Action … names are not case sensitive".
    String action() {
        return node.path("action").asText().toLowerCase(Locale.ROOT);
    }

    String service() {
        return action().split(":", 2)[0];
    }

    String resource() {
        return node.path("wildcardOnly").asBoolean()
                ? "*"
                : node.path("resourceArn").asText();
    }

    /// What stands behind the fifth colon; the whole text of what is no ARN.
    String resourceName() {
        String[] parts = resource().split(":", 6);
        return parts[parts.length - 1];
    }

    /// The account that owns the resource; empty where nothing says so.
    String owner() {
        String given = node.path("resourceAccount").asText();
        String[] parts = resource().split(":", 6);
        boolean numbered = parts.length == 6 && parts[4].matches("\\d{12}");
        return given.isEmpty() && numbered ? parts[4] : given;
    }

    /// The values of a key, which is not case sensitive; empty for a key that the request does not have. "ForAllValues
    /// … a null data set, such as an empty string" is none either, for keys that can have several values.
    Optional<List<String>> values(String key) {
        for (var each : node.path("context").properties()) {
            if (each.getKey().equalsIgnoreCase(key)) {
                List<String> values = new ArrayList<>();
                each.getValue().forEach(value -> values.add(value.asText()));
                boolean nothing = values.isEmpty() || (isMultiValued(key) && values.equals(List.of("")));
                return nothing ? Optional.empty() : Optional.of(values);
            }
        }
        return Optional.empty();
    }

    boolean isMultiValued(String key) {
        for (JsonNode each : node.path("multiValuedKeys")) {
            if (each.asText().equalsIgnoreCase(key)) {
                return true;
            }
        }
        return false;
    }

    Asker asker() {
        return new Asker(
                node.path("anonymous").asBoolean()
                        ? ""
                        : node.path("principalArn").asText(),
                action());
    }
}
