package dev.curfew.analysis.reach.openbao.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a role of a login says of whom it lets in, with what the login's configuration says for all its roles.
///
/// @param type of the login: `kubernetes` or `jwt`
/// @param document the fields of role and configuration, as OpenBao's API names them
record LoginRole(String type, JsonNode document) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Empty for a document that is none, and for logins of people.
    static Optional<LoginRole> of(String text) {
        try {
            JsonNode document = JSON.readTree(text);
            String type = document.path("type").asText();
            boolean ofMachines = type.equals("kubernetes")
                    || (type.equals("jwt")
                            && !document.path("role_type").asText().equals("oidc"));
            return ofMachines ? Optional.of(new LoginRole(type, document)) : Optional.empty();
        } catch (JsonProcessingException _) {
            // nobody is let in by what OpenBao could not have taken
            return Optional.empty();
        }
    }

    boolean isKubernetes() {
        return type.equals("kubernetes");
    }

    String text(String field) {
        return document.path(field).asText("");
    }

    List<String> texts(String field) {
        return texts(document.path(field));
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> texts.add(each.asText()));
        } else if (node.isValueNode() && !node.asText("").isEmpty()) {
            texts.add(node.asText());
        }
        return texts;
    }

    /// The values that claims are bound to: one of them is enough.
    Map<String, List<String>> boundClaims() {
        Map<String, List<String>> claims = new LinkedHashMap<>();
        document.path("bound_claims")
                .properties()
                .forEach(claim -> claims.put(claim.getKey(), texts(claim.getValue())));
        return claims;
    }

    /// Whether `*` in a bound claim stands for anything.
    boolean hasGlobs() {
        return text("bound_claims_type").equals("glob");
    }
}
