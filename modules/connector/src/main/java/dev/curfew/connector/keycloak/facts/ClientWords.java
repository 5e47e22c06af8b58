package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a client's document says of it, in Keycloak's words.
public final class ClientWords {
    /// Every realm has these, and Keycloak itself makes and uses them.
    private static final Set<String> BUILT_IN =
            Set.of("account", "account-console", "admin-cli", "broker", "realm-management", "security-admin-console");

    /// How a client proves itself by a secret; others sign, or show a certificate.
    private static final Set<String> BY_SECRET = Set.of("client-secret", "client-secret-jwt");

    private static final Map<String, String> FLOWS = Map.of(
            "standardFlowEnabled", "standard",
            "implicitFlowEnabled", "implicit",
            "directAccessGrantsEnabled", "direct-access",
            "serviceAccountsEnabled", "service-account");

    private static final Map<String, String> ATTRIBUTE_FLOWS = Map.of(
            "oauth2.device.authorization.grant.enabled", "device",
            "standard.token.exchange.enabled", "token-exchange");

    private ClientWords() {}

    public static boolean isBuiltIn(JsonNode client) {
        String clientId = client.path("clientId").asText();
        boolean standsForRealm = clientId.endsWith("-realm")
                && client.path("attributes").path("realm_client").asBoolean();
        return BUILT_IN.contains(clientId) || standsForRealm;
    }

    /// Whether it has anything to prove itself with.
    public static boolean isConfidential(JsonNode client) {
        return !client.path("publicClient").asBoolean()
                && !client.path("bearerOnly").asBoolean()
                && client.path("protocol").asText("openid-connect").equals("openid-connect");
    }

    public static boolean isBySecret(JsonNode client) {
        return isConfidential(client)
                && BY_SECRET.contains(client.path("clientAuthenticatorType").asText());
    }

    static String access(JsonNode client) {
        if (client.path("bearerOnly").asBoolean()) {
            return "bearer-only";
        }
        return client.path("publicClient").asBoolean() ? "public" : "confidential";
    }

    static List<String> flows(JsonNode client) {
        List<String> flows = new ArrayList<>();
        FLOWS.forEach((field, flow) -> {
            if (client.path(field).asBoolean()) {
                flows.add(flow);
            }
        });
        ATTRIBUTE_FLOWS.forEach((attribute, flow) -> {
            if (client.path("attributes").path(attribute).asBoolean()) {
                flows.add(flow);
            }
        });
        return flows.stream().sorted().toList();
    }

    /// How long its access tokens live.
    ///
    /// @param realm the realm's document
    /// @return empty where neither says
    public static Optional<Duration> lifespan(JsonNode client, JsonNode realm) {
        long own = client.path("attributes").path("access.token.lifespan").asLong();
        long seconds = own > 0 ? own : realm.path("accessTokenLifespan").asLong();
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    /// To whom its access tokens are addressed, by its own mappers and those of the scopes that it always gets.
    static Set<String> audiences(JsonNode client, Map<String, JsonNode> scopes) {
        Set<String> audiences = new TreeSet<>();
        for (JsonNode mapper : mappers(client, scopes)) {
            JsonNode config = mapper.path("config");
            if (mapper.path("protocolMapper").asText().equals("oidc-audience-mapper")) {
                audiences.add(config.path("included.client.audience").asText());
                audiences.add(config.path("included.custom.audience").asText());
            }
        }
        audiences.remove("");
        return audiences;
    }

    /// Roles that stand in its access tokens, whoever holds them.
    static Set<String> mappedRoles(JsonNode client, Map<String, JsonNode> scopes) {
        Set<String> roles = new TreeSet<>();
        for (JsonNode mapper : mappers(client, scopes)) {
            if (mapper.path("protocolMapper").asText().equals("oidc-hardcoded-role-mapper")) {
                roles.add(mapper.path("config").path("role").asText());
            }
        }
        roles.remove("");
        return roles;
    }

    private static List<JsonNode> mappers(JsonNode client, Map<String, JsonNode> scopes) {
        List<JsonNode> mappers = new ArrayList<>();
        client.path("protocolMappers").forEach(mappers::add);
        for (JsonNode name : client.path("defaultClientScopes")) {
            JsonNode scope = scopes.get(name.asText());
            if (scope != null) {
                scope.path("protocolMappers").forEach(mappers::add);
            }
        }
        return mappers;
    }
}
