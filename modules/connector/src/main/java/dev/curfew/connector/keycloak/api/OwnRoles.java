package dev.curfew.connector.keycloak.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The administrative roles that a token of Curfew's own names, by realm. Keycloak does not refuse a list to somebody
/// who may see some of it, or nothing: it leaves out what that one may not see, so that nobody could tell.
///
/// @param isAdmin whether it has power over all realms
public record OwnRoles(Map<String, Set<String>> byRealm, boolean isAdmin) {
    private static final String STANDS_FOR_REALM = "-realm";

    public OwnRoles {
        byRealm = Map.copyOf(byRealm);
    }

    /// Empty for a token that names no roles: then the answers have to be believed.
    static Optional<OwnRoles> of(String token, String loginRealm) {
        JsonNode claims = Jwt.claims(token).orElse(null);
        if (claims == null || !claims.has("resource_access")) {
            return Optional.empty();
        }
        Map<String, Set<String>> byRealm = new TreeMap<>();
        claims.path("resource_access").properties().forEach(client -> {
            String clientId = client.getKey();
            Set<String> roles = new HashSet<>();
            client.getValue().path("roles").forEach(role -> roles.add(role.asText()));
            if (clientId.equals("realm-management")) {
                byRealm.computeIfAbsent(loginRealm, _ -> new HashSet<>()).addAll(roles);
            } else if (clientId.endsWith(STANDS_FOR_REALM) && loginRealm.equals(KcAccess.REALM_USUAL)) {
                String realm = clientId.substring(0, clientId.length() - STANDS_FOR_REALM.length());
                byRealm.computeIfAbsent(realm, _ -> new HashSet<>()).addAll(roles);
            }
        });
        boolean isAdmin = false;
        for (JsonNode role : claims.path("realm_access").path("roles")) {
            isAdmin |= loginRealm.equals(KcAccess.REALM_USUAL) && role.asText().equals("admin");
        }
        return Optional.of(new OwnRoles(byRealm, isAdmin));
    }

    /// Whether one of the roles is held.
    public boolean hasAny(String realm, String... roles) {
        Set<String> held = byRealm.getOrDefault(realm, Set.of());
        return isAdmin || Arrays.stream(roles).anyMatch(held::contains);
    }
}
