package dev.curfew.analysis.kubernetes;

import java.util.Set;

/// Who asks: a user name and groups. A service account is a user named `system:serviceaccount:<namespace>:<name>`.
public record RbacSubject(String user, Set<String> groups) {
    static final String MASTERS = "system:masters";
    private static final String ACCOUNT = "system:serviceaccount:";

    public RbacSubject {
        groups = Set.copyOf(groups);
    }

    public static RbacSubject serviceAccount(String namespace, String name) {
        return new RbacSubject(
                ACCOUNT + namespace + ":" + name,
                Set.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated"));
    }

    /// Whether a binding's subject is this one. A user `*` is a user of that name, no wildcard.
    ///
    /// @param kind `User`, `Group` or `ServiceAccount`
    /// @param namespace of a service account
    public boolean is(String kind, String namespace, String name) {
        return switch (kind) {
            case "User" -> user.equals(name);
            case "Group" -> groups.contains(name);
            case "ServiceAccount" -> user.equals(ACCOUNT + namespace + ":" + name);
            default -> false;
        };
    }

    /// Whoever is in `system:masters` is asked nothing.
    public boolean bypasses() {
        return groups.contains(MASTERS);
    }
}
