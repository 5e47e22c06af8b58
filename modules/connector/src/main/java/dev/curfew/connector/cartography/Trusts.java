package dev.curfew.connector.cartography;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whom roles trust. Cartography keeps who, and not by which action: it is the one that such a principal takes. Whether
/// there are conditions only newer versions of it keep.
final class Trusts {
    private static final String ASSUME = "sts:AssumeRole";

    private final Map<String, Set<Trusted>> trusted = new HashMap<>();
    private boolean allKept = true;

    /// @param by `AWS`, `Service` or `Federated`
    /// @param conditions any of which is enough
    private record Trusted(String by, String principal, String action, List<Map<String, Object>> conditions)
            implements Comparable<Trusted> {
        @Override
        public int compareTo(Trusted other) {
            int byKind = by.compareTo(other.by);
            return byKind == 0 ? principal.compareTo(other.principal) : byKind;
        }
    }

    Trusts(Export export) {
        export.links(Link.Type.TRUSTS_AWS_PRINCIPAL)
                .forEach(link -> export.thing(link.end()).ifPresent(it -> add(link.start(), it, link)));
        // what is left of a role's trust where the relationships above were not exported
        Set<String> known = new HashSet<>(trusted.keySet());
        export.links(Link.Type.STS_ASSUMEROLE_ALLOW)
                .filter(link -> !known.contains(link.end()))
                .forEach(link -> export.thing(link.start()).ifPresent(it -> add(link.end(), it, link)));
    }

    private void add(String role, Thing principal, Link link) {
        String arn = principal.arn();
        List<Map<String, Object>> conditions =
                Documents.trustConditions(link.text("has_condition"), link.text("conditions"));
        allKept &= !link.text("has_condition").isEmpty();
        if (!arn.isEmpty()) {
            trusted.computeIfAbsent(role, _ -> new TreeSet<>())
                    .add(
                            switch (principal.label()) {
                                case SERVICE -> new Trusted("Service", arn, ASSUME, conditions);
                                case FEDERATED ->
                                    new Trusted(
                                            "Federated",
                                            arn,
                                            arn.contains(":saml-provider/")
                                                    ? "sts:AssumeRoleWithSAML"
                                                    : "sts:AssumeRoleWithWebIdentity",
                                            conditions);
                                case USER, GROUP, ROLE, POLICY, STATEMENT, KEY, TAG, ROOT, PRINCIPAL, ACCOUNT ->
                                    new Trusted("AWS", arn, ASSUME, conditions);
                            });
        }
    }

    /// A role's trust policy.
    String of(String role) {
        List<Map<String, Object>> statements = new ArrayList<>();
        for (Trusted each : trusted.getOrDefault(role, Set.of())) {
            each.conditions().forEach(condition -> statements.add(statement(each, condition)));
        }
        return Documents.document(statements);
    }

    private static Map<String, Object> statement(Trusted trusted, Map<String, Object> condition) {
        Map<String, Object> statement = new TreeMap<>();
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of(trusted.by(), trusted.principal()));
        statement.put("Action", trusted.action());
        if (!condition.isEmpty()) {
            statement.put("Condition", condition);
        }
        return statement;
    }

    /// Whether it is known of all of them if there are conditions.
    boolean allKept() {
        return allKept;
    }
}
