package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A grant of a KMS key.
///
/// <https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html>
record Grant(JsonNode node) {
    private static final String CONTEXT = "kms:encryptioncontext:";

    /// How it names who asks; nothing where it does not allow what they ask.
    List<Asker.Name> names(Query query) {
        boolean operation = texts("operations").stream()
                .anyMatch(it -> query.action().equals("kms:" + it.toLowerCase(Locale.ROOT)));
        if (!operation || !holdsContext(query)) {
            return List.of();
        }
        String grantee = node.path("granteePrincipal").asText();
        ObjectNode principal =
                JsonNodeFactory.instance.objectNode().put(grantee.startsWith("arn:") ? "AWS" : "Service", grantee);
        return query.asker().names(principal);
    }

    private List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(it -> texts.add(it.asText()));
        return texts;
    }

    /// "EncryptionContextEquals … when the encryption context in the request matches exactly"; "EncryptionContextSubset
    /// … includes the key-value pairs specified".
    private boolean holdsContext(Query query) {
        JsonNode equal = node.path("encryptionContextEquals");
        boolean exact =
                equal.isEmpty() || (includes(equal, query) && names(equal).equals(contextNames(query)));
        return exact && includes(node.path("encryptionContextSubset"), query);
    }

    private static boolean includes(JsonNode pairs, Query query) {
        for (Map.Entry<String, JsonNode> pair : pairs.properties()) {
            Optional<List<String>> given = query.values(CONTEXT + pair.getKey());
            if (!given.equals(Optional.of(List.of(pair.getValue().asText())))) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> names(JsonNode pairs) {
        Set<String> names = new TreeSet<>();
        pairs.properties().forEach(it -> names.add(it.getKey().toLowerCase(Locale.ROOT)));
        return names;
    }

    private static Set<String> contextNames(Query query) {
        Set<String> names = new TreeSet<>();
        query.node().path("context").properties().forEach(it -> {
            String key = it.getKey().toLowerCase(Locale.ROOT);
            if (key.startsWith(CONTEXT)) {
                names.add(key.substring(CONTEXT.length()));
            }
        });
        return names;
    }
}
