package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// The statements of one layer, or of one level of it, that apply to a request.
///
/// @param name as answers call it
record Layer(String name, List<Applying> statements) {

    /// One statement that applies.
    ///
    /// @param policy the policy's name
    /// @param position in the policy
    record Applying(String policy, int position, JsonNode node, List<Asker.Name> names) {
        boolean denies() {
            return node.path("Effect").asText().equals("Deny");
        }

        String told() {
            String sid = node.path("Sid").asText();
            return policy + "#" + position + (sid.isEmpty() ? "" : "/" + sid);
        }
    }

    /// Which statements apply.
    ///
    /// @param named policies with their names
    /// @param bounded whether the principal has a permissions boundary
    static Layer of(String name, List<Named> named, Query query, boolean bounded) {
        List<Applying> applying = new ArrayList<>();
        for (Named policy : named) {
            JsonNode statement = policy.document().path("Statement");
            boolean variables = policy.document().path("Version").asText().equals("2012-10-17");
            int position = 0;
            for (JsonNode each : statement.isArray() ? statement : List.of(statement)) {
                List<Asker.Name> names = new Speaking(name, each, bounded).to(query.asker());
                if (!names.isEmpty() && new Says(name, each, variables).applies(query)) {
                    applying.add(new Applying(policy.name(), position, each, names));
                }
                position++;
            }
        }
        return new Layer(name, applying);
    }

    record Named(String name, JsonNode document) {}

    boolean allows() {
        return statements.stream().anyMatch(it -> !it.denies());
    }
}
