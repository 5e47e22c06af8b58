package dev.curfew.connector.aws.service;

import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.text.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A key's grants, as a policy of the key that allows the same.
///
/// Source: AWS KMS Developer Guide, "Grants in AWS KMS", "Using grant constraints".
final class KeyGrants {
    private static final String CONTEXT = "kms:EncryptionContext:";

    private KeyGrants() {}

    /// @param grants as `ListGrants` tells them
    /// @return JSON
    static String policy(List<Node> grants) {
        List<Map<String, Object>> statements =
                grants.stream().map(Reading::of).map(KeyGrants::statement).toList();
        return CanonicalJson.text(Map.of("Version", "2012-10-17", "Statement", statements));
    }

    private static Map<String, Object> statement(Reading grant) {
        String grantee = grant.text("GranteePrincipal");
        Map<String, Object> statement = new TreeMap<>();
        statement.put("Sid", grant.text("GrantId"));
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of(grantee.startsWith("arn:") ? "AWS" : "Service", grantee));
        statement.put(
                "Action",
                grant.list("Operations", Reading::textOf).stream()
                        .map(operation -> "kms:" + operation)
                        .toList());
        statement.put("Resource", "*");
        grant.find("Constraints").map(Reading::of).ifPresent(constraints -> conditions(constraints, statement));
        return statement;
    }

    private static void conditions(Reading constraints, Map<String, Object> statement) {
        Map<String, String> exact = pairs(constraints, "EncryptionContextEquals");
        Map<String, String> held = new TreeMap<>(pairs(constraints, "EncryptionContextSubset"));
        held.putAll(exact);
        Map<String, Object> conditions = new TreeMap<>();
        if (!held.isEmpty()) {
            Map<String, String> equal = new TreeMap<>();
            held.forEach((name, value) -> equal.put(CONTEXT + name, value));
            conditions.put("StringEquals", equal);
        }
        if (!exact.isEmpty()) {
            Set<String> names = new TreeSet<>(exact.keySet());
            conditions.put("ForAllValues:StringEquals", Map.of("kms:EncryptionContextKeys", List.copyOf(names)));
        }
        if (!conditions.isEmpty()) {
            statement.put("Condition", conditions);
        }
    }

    private static Map<String, String> pairs(Reading constraints, String name) {
        Map<String, String> pairs = new TreeMap<>();
        constraints.find(name).ifPresent(node -> {
            if (node instanceof Node.Fields fields) {
                fields.fields().forEach((key, value) -> pairs.put(key, Reading.textOf(value)));
            }
        });
        return pairs;
    }
}
