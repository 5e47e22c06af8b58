package dev.curfew.connector.keycloak.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import java.util.Arrays;
import java.util.Set;

/// What an administrator changed. The event's `representation` can hold secrets and is not looked at.
///
/// @param type Keycloak's `ResourceType`
/// @param path of what was changed, below the realm
record AdminEvent(String id, long time, String operation, String type, String path) {

    /// An id of Keycloak's: what is not one is a word of the path.
    private static final int ID_LENGTH = 36;

    static AdminEvent of(JsonNode event) {
        return new AdminEvent(
                event.path("id").asText(),
                event.path("time").asLong(),
                event.path("operationType").asText(),
                event.path("resourceType").asText(),
                event.path("resourcePath").asText());
    }

    /// The scopes in which it can have changed something; empty for what Curfew does not read.
    Set<String> scopes() {
        return switch (type) {
            case "CLIENT", "CLIENT_SCOPE", "CLIENT_SCOPE_CLIENT_MAPPING", "PROTOCOL_MAPPER" -> Set.of(Scopes.CLIENTS);
            case "REALM_SCOPE_MAPPING", "CLIENT_SCOPE_MAPPING" -> Set.of(Scopes.CLIENTS, Scopes.ROLE_MAPPINGS);
            case "REALM_ROLE", "CLIENT_ROLE" -> Set.of(Scopes.ROLES, Scopes.ROLE_MAPPINGS, Scopes.GROUPS);
            case "REALM_ROLE_MAPPING", "CLIENT_ROLE_MAPPING" ->
                path.startsWith("groups/")
                        ? Set.of(Scopes.GROUPS, Scopes.PEOPLE)
                        : Set.of(Scopes.ROLE_MAPPINGS, Scopes.PEOPLE);
            case "GROUP", "GROUP_MEMBERSHIP" -> Set.of(Scopes.GROUPS, Scopes.ROLE_MAPPINGS, Scopes.PEOPLE);
            case "USER" -> Set.of(Scopes.PEOPLE);
            case "USER_SESSION" -> Set.of(Scopes.SESSIONS, Scopes.OFFLINE_SESSIONS);
            case "IDENTITY_PROVIDER", "IDENTITY_PROVIDER_MAPPER" -> Set.of(Scopes.IDENTITY_PROVIDERS);
            case "CLIENT_INITIAL_ACCESS_MODEL" -> Set.of(Scopes.INITIAL_ACCESS);
            case "REALM" -> Set.of(Scopes.REALMS);
            default -> Set.of();
        };
    }

    /// Whether what was read by a path of the admin API may be another now. A role or group that changes, or goes, can
    /// stand in the answer about anybody.
    boolean concerns(String read) {
        boolean isAboutOne = switch (type) {
            case "CLIENT", "REALM_ROLE_MAPPING", "CLIENT_ROLE_MAPPING", "GROUP_MEMBERSHIP", "USER" ->
                !operation.equals("DELETE");
            default -> false;
        };
        return !isAboutOne
                || Arrays.stream(path.split("/", -1))
                        .filter(part -> part.length() == ID_LENGTH)
                        .anyMatch(read::contains);
    }
}
