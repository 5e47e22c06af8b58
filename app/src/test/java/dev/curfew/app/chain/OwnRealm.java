package dev.curfew.app.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.Connectors;
import dev.curfew.testbed.keycloak.Keycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A realm of a real Keycloak with Curfew's two clients, which hold the roles that the connector says it needs.
///
/// @param reading the reading client's login, as a connection takes it
/// @param acting the acting client's
public record OwnRealm(Keycloak keycloak, String name, String reading, String acting) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param settings of the realm besides
    public static OwnRealm fresh(Keycloak keycloak, String name, Map<String, ?> settings) {
        Map<String, Object> document = new HashMap<>(settings);
        document.put("realm", name);
        document.put("enabled", true);
        keycloak.call("POST", "", document).ok();
        OwnRealm realm = new OwnRealm(keycloak, name, "", "");
        return new OwnRealm(keycloak, name, realm.own("curfew-read", false), realm.own("curfew-act", true));
    }

    private String own(String clientId, boolean isActing) {
        JsonNode client = client(clientId);
        String account = get("clients/" + client.path("id").asText() + "/service-account-user")
                .path("id")
                .asText();
        String management =
                get("clients?clientId=realm-management").path(0).path("id").asText();
        for (JsonNode role : tree(needs(isActing)).path("roles")) {
            JsonNode found = get("clients/" + management + "/roles/" + role.asText());
            post(
                    "users/" + account + "/role-mappings/clients/" + management,
                    List.of(Map.of("id", found.path("id").asText(), "name", role.asText())));
        }
        return "{\"realm\":\"%s\",\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
                .formatted(name, clientId, client.path("secret").asText());
    }

    /// A client with a service account, as Keycloak has it then.
    public JsonNode client(String clientId) {
        post("clients", Map.of("clientId", clientId, "serviceAccountsEnabled", true, "standardFlowEnabled", false));
        return get("clients?clientId=" + clientId).path(0);
    }

    public JsonNode get(String path) {
        return tree(keycloak.call("GET", name + "/" + path, Map.of()).ok().body());
    }

    public void post(String path, Object body) {
        keycloak.call("POST", name + "/" + path, body).ok();
    }

    private static String needs(boolean isActing) {
        return Connectors.kinds()
                .of("keycloak")
                .flatMap(it -> it.needs(isActing))
                .orElseThrow();
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
