package dev.curfew.analysis.kubernetes;

import java.util.Set;

/// Who asks: a user name and groups. A service account is a user named `system:serviceaccount:<namespace>:<name>`.
public record RbacSubject(String user, Set<String> groups) {
    static final String MASTERS = "system:masters";
    private static final String ACCOUNT = "system:serviceaccount:";
    private static final String ANONYMOUS = "system:anonymous";
    private static final String AUTHENTICATED = "system:authenticated";

    public RbacSubject {
        groups = Set.copyOf(groups);
    }

    public static RbacSubject serviceAccount(String namespace, String name) {
        return new RbacSubject(
                ACCOUNT + namespace + ":" + name,
                Set.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, AUTHENTICATED));
    }

    /// Who a user name is to the server when it has logged in by itself: with the groups that nobody has to name.
    public static RbacSubject named(String user) {
        if (user.equals(ANONYMOUS)) {
            return new RbacSubject(user, Set.of("system:unauthenticated"));
        }
        int colon = user.indexOf(':', ACCOUNT.length());
        return isServiceAccount(user) && colon > 0
                ? serviceAccount(user.substring(ACCOUNT.length(), colon), user.substring(colon + 1))
                : new RbacSubject(user, Set.of(AUTHENTICATED));
    }

    /// Whether a user of this name is a service account.
    public static boolean isServiceAccount(String user) {
        return user.startsWith(ACCOUNT);
    }

    /// Whether a binding's subject is this one. A user `*` is a user of that name, no wildcard.
    ///
    /// @param kind `User`, `Group` or `ServiceAccount`
    /// @param namespace of a service account
    public boolean is(String kind, String namespace, String name) {
        return switch (kind) {
            case "User" -> user.equals(name);
            case "Group" -> groups.contains(name);
            case "ServiceAccount" -> isAccount(namespace, name);
            default -> false;
        };
    }

    /// Compared in place: this is asked for every subject of every binding.
    private boolean isAccount(String namespace, String name) {
        int colon = ACCOUNT.length() + namespace.length();
        return user.length() == colon + 1 + name.length()
                && user.startsWith(ACCOUNT)
                && user.startsWith(namespace, ACCOUNT.length())
                && user.charAt(colon) == ':'
                && user.endsWith(name);
    }

    /// Whoever is in `system:masters` is asked nothing.
    public boolean bypasses() {
        return groups.contains(MASTERS);
    }
}
