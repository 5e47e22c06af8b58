package dev.curfew.connector.cartography;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whom roles trust. Cartography keeps who, and not how: the action is the one that such a principal takes, and
/// conditions are not kept.
final class Trusts {
    private static final String ASSUME = "sts:AssumeRole";

    private final Map<String, Set<Trusted>> trusted = new HashMap<>();

    /// @param by `AWS`, `Service` or `Federated`
    private record Trusted(String by, String principal, String action) implements Comparable<Trusted> {
        @Override
        public int compareTo(Trusted other) {
            int byKind = by.compareTo(other.by);
            return byKind == 0 ? principal.compareTo(other.principal) : byKind;
        }
    }

    Trusts(Export export) {
        export.links(Link.Type.TRUSTS_AWS_PRINCIPAL)
                .forEach(link -> export.thing(link.end()).ifPresent(it -> add(link.start(), it)));
        // what is left of a role's trust where the relationships above were not exported
        Set<String> known = new HashSet<>(trusted.keySet());
        export.links(Link.Type.STS_ASSUMEROLE_ALLOW)
                .filter(link -> !known.contains(link.end()))
                .forEach(link -> export.thing(link.start()).ifPresent(it -> add(link.end(), it)));
    }

    private void add(String role, Thing principal) {
        String arn = principal.arn();
        if (!arn.isEmpty()) {
            trusted.computeIfAbsent(role, _ -> new TreeSet<>())
                    .add(
                            switch (principal.label()) {
                                case SERVICE -> new Trusted("Service", arn, ASSUME);
                                case FEDERATED ->
                                    new Trusted(
                                            "Federated",
                                            arn,
                                            arn.contains(":saml-provider/")
                                                    ? "sts:AssumeRoleWithSAML"
                                                    : "sts:AssumeRoleWithWebIdentity");
                                case USER, GROUP, ROLE, POLICY, STATEMENT, KEY, TAG, ROOT, PRINCIPAL, ACCOUNT ->
                                    new Trusted("AWS", arn, ASSUME);
                            });
        }
    }

    /// A role's trust policy.
    String of(String role) {
        List<Map<String, Object>> statements = new ArrayList<>();
        for (Trusted each : trusted.getOrDefault(role, Set.of())) {
            Map<String, Object> statement = new TreeMap<>();
            statement.put("Effect", "Allow");
            statement.put("Principal", Map.of(each.by(), each.principal()));
            statement.put("Action", each.action());
            statements.add(statement);
        }
        return Documents.document(statements);
    }
}
