package dev.curfew.connector.keycloak.observe.part;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The scopes of a reading, as in the coverage; each spans all realms.
public final class Scopes {
    public static final String REALMS = "realms";

    /// Whatever Curfew issues is in this one.
    public static final String CLIENTS = "clients";

    public static final String ROLES = "roles";
    public static final String ROLE_MAPPINGS = "role-mappings";
    public static final String GROUPS = "groups";
    public static final String PEOPLE = "people";
    public static final String SESSIONS = "sessions";
    public static final String OFFLINE_SESSIONS = "offline-sessions";
    public static final String IDENTITY_PROVIDERS = "identity-providers";
    public static final String INITIAL_ACCESS = "initial-access";
    public static final String LOGIN_EVENTS = "login-events";

    /// What has to be read again with each, for its facts are made of the other.
    private static final Map<String, Set<String>> DEPENDENT = Map.of(
            REALMS, Set.of(CLIENTS, ROLES),
            CLIENTS, Set.of(ROLES, ROLE_MAPPINGS, SESSIONS, OFFLINE_SESSIONS),
            ROLES, Set.of(PEOPLE),
            GROUPS, Set.of(PEOPLE, ROLE_MAPPINGS));

    private Scopes() {}

    /// The scopes, and those whose facts depend on them.
    public static Set<String> withDependent(Set<String> scopes) {
        TreeSet<String> all = new TreeSet<>(scopes);
        int before;
        do {
            before = all.size();
            Set.copyOf(all).forEach(scope -> all.addAll(DEPENDENT.getOrDefault(scope, Set.of())));
        } while (all.size() > before);
        return all;
    }
}
