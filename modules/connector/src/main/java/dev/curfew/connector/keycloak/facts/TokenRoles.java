package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.realm.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which of a service account's roles its tokens name. Seen: a role that they do not name counts for nothing, at the
/// admin API too.
public final class TokenRoles {
    private final Map<String, Role> roles;

    /// @param roles of the realm, by Keycloak's id
    public TokenRoles(Map<String, Role> roles) {
        this.roles = roles;
    }

    /// @param named those that its tokens name
    /// @param unnamed those that it holds in vain, but for parts that are among the named
    public record Split(List<Role> named, List<Role> unnamed) {}

    /// @param clientId as its users know it: its own roles are always named
    /// @param held ids of roles
    /// @param limit ids of roles; null: all are named
    public Split split(String clientId, Collection<String> held, @Nullable Set<String> limit) {
        List<Role> named = new ArrayList<>();
        List<Role> unnamed = new ArrayList<>();
        Set<String> allowed = limit == null ? Set.of() : whole(limit);
        for (String id : held) {
            Role role = roles.get(id);
            if (role != null && (limit == null || isAllowed(role, clientId, allowed))) {
                named.add(role);
            } else if (role != null) {
                unnamed.add(role);
                whole(List.of(id)).stream()
                        .flatMap(part -> Optional.ofNullable(roles.get(part)).stream())
                        .filter(part -> isAllowed(part, clientId, allowed))
                        .forEach(named::add);
            }
        }
        return new Split(named.stream().distinct().toList(), unnamed);
    }

    private static boolean isAllowed(Role role, String clientId, Set<String> allowed) {
        return allowed.contains(role.id()) || role.clientId().equals(clientId);
    }

    private Set<String> whole(Collection<String> ids) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            String id = open.remove();
            Role role = roles.get(id);
            if (seen.add(id) && role != null) {
                open.addAll(role.parts());
            }
        }
        return seen;
    }

    /// Ids of the roles in a document of `role-mappings`.
    public static List<String> held(JsonNode mappings) {
        List<String> held = new ArrayList<>();
        mappings.path("realmMappings").forEach(role -> held.add(role.path("id").asText()));
        mappings.path("clientMappings")
                .forEach(client -> client.path("mappings")
                        .forEach(role -> held.add(role.path("id").asText())));
        return held;
    }
}
