package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.connector.sheet.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is kept of Keycloak's documents. Seen with 26.7.3 in a client's, for whoever may view it: `secret`, and among
/// the attributes `client.secret.rotated`, `jwt.credential.private.key` and `saml.signing.private.key`, all in the
/// clear. So a list names what is kept, and attributes that people made up are not on it.
public final class Documents {
    private static final List<String> REALM = List.of(
            "realm",
            "enabled",
            "notBefore",
            "accessTokenLifespan",
            "ssoSessionIdleTimeout",
            "ssoSessionMaxLifespan",
            "offlineSessionIdleTimeout",
            "offlineSessionMaxLifespanEnabled",
            "offlineSessionMaxLifespan",
            "revokeRefreshToken",
            "refreshTokenMaxReuse",
            "registrationAllowed",
            "sslRequired",
            "eventsEnabled",
            "eventsExpiration",
            "adminEventsEnabled");

    private static final List<String> CLIENT = List.of(
            "id",
            "clientId",
            "name",
            "enabled",
            "protocol",
            "clientAuthenticatorType",
            "publicClient",
            "bearerOnly",
            "consentRequired",
            "standardFlowEnabled",
            "implicitFlowEnabled",
            "directAccessGrantsEnabled",
            "serviceAccountsEnabled",
            "fullScopeAllowed",
            "notBefore",
            "redirectUris",
            "webOrigins",
            "defaultClientScopes",
            "optionalClientScopes");

    private static final List<String> CLIENT_ATTRIBUTES = List.of(
            "access.token.lifespan",
            "client.secret.creation.time",
            "client.secret.expiration.time",
            "client.secret.rotated.creation.time",
            "client.secret.rotated.expiration.time",
            "client_credentials.use_refresh_token",
            ClientFacts.LABEL,
            "jwks.url",
            "jwt.credential.issuer",
            "jwt.credential.sub",
            "oauth2.device.authorization.grant.enabled",
            "realm_client",
            "standard.token.exchange.enabled",
            "use.jwks.string",
            "use.jwks.url",
            "x509.allow.regex.pattern.comparison",
            "x509.subjectdn");

    private static final List<String> MAPPER = List.of("name", "protocolMapper");

    private static final List<String> MAPPER_CONFIG =
            List.of("included.client.audience", "included.custom.audience", "access.token.claim", "role");

    private static final List<String> ROLE = List.of("id", "name", "composite", "clientRole");
    private static final List<String> GROUP = List.of("id", "name", "path", "parentId", "realmRoles", "clientRoles");
    private static final List<String> USER = List.of("id", "username", "enabled", "notBefore");
    private static final List<String> SESSION = List.of("id", "username", "userId", "start", "clients");

    private static final List<String> INITIAL_ACCESS = List.of("id", "timestamp", "expiration", "count");

    private static final List<String> IDENTITY_PROVIDER =
            List.of("alias", "providerId", "enabled", "trustEmail", "linkOnly", "firstBrokerLoginFlowAlias", "types");

    private static final List<String> IDENTITY_PROVIDER_CONFIG =
            List.of("issuer", "jwksUrl", "trustDomain", "bundleEndpoint", "tokenUrl", "singleSignOnServiceUrl");

    private Documents() {}

    public static String realm(JsonNode document) {
        return Json.all(only(document, REALM));
    }

    public static String client(JsonNode document) {
        ObjectNode kept = only(document, CLIENT);
        kept.set("attributes", only(document.path("attributes"), CLIENT_ATTRIBUTES));
        ArrayNode mappers = JsonNodeFactory.instance.arrayNode();
        document.path("protocolMappers").forEach(mapper -> {
            ObjectNode each = only(mapper, MAPPER);
            each.set("config", only(mapper.path("config"), MAPPER_CONFIG));
            mappers.add(each);
        });
        kept.set("protocolMappers", sorted(mappers));
        return Json.all(kept);
    }

    public static String role(JsonNode document) {
        return Json.all(only(document, ROLE));
    }

    public static String group(JsonNode document) {
        return Json.all(only(document, GROUP));
    }

    public static String user(JsonNode document) {
        return Json.all(only(document, USER));
    }

    public static String session(JsonNode document) {
        return Json.all(only(document, SESSION));
    }

    public static String initialAccess(JsonNode document) {
        return Json.all(only(document, INITIAL_ACCESS));
    }

    public static String identityProvider(JsonNode document) {
        ObjectNode kept = only(document, IDENTITY_PROVIDER);
        kept.set("config", only(document.path("config"), IDENTITY_PROVIDER_CONFIG));
        return Json.all(kept);
    }

    private static ObjectNode only(JsonNode object, List<String> fields) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            if (object.hasNonNull(field)) {
                kept.set(field, sorted(object.path(field)));
            }
        }
        return kept;
    }

    /// Keycloak gives sets as lists, in an order that is another after it was started again: a document that did not
    /// change must stay the same.
    private static JsonNode sorted(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> object.set(field.getKey(), sorted(field.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            List<JsonNode> elements = new ArrayList<>();
            value.forEach(element -> elements.add(sorted(element)));
            elements.sort(Comparator.comparing(JsonNode::toString));
            return list.addAll(elements);
        }
        return value;
    }
}
