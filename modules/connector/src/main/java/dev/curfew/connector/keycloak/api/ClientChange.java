package dev.curfew.connector.keycloak.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/// What is put to change some of a client. Of such a document Keycloak changes what is in it and nothing else, but for
/// one thing: without `authorizationServicesEnabled` it deletes the client's resources, policies and permissions (its
/// source, `ClientResource.updateAuthorizationSettings`).
public final class ClientChange {
    private static final String AUTHORIZATION = "authorizationServicesEnabled";

    private ClientChange() {}

    /// @param client as it was read
    public static Map<String, Object> of(JsonNode client, Map<String, ?> changes) {
        Map<String, Object> document = new TreeMap<>(changes);
        document.put(AUTHORIZATION, client.path(AUTHORIZATION).asBoolean());
        return document;
    }
}
