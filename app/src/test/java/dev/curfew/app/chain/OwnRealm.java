package dev.curfew.app.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.keycloak.Keycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A realm of a real Keycloak, which workspaces know as `sso`.
public record OwnRealm(Keycloak keycloak, String name) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param settings of the realm besides
    public static OwnRealm fresh(Keycloak keycloak, String name, Map<String, ?> settings) {
        Map<String, Object> document = new HashMap<>(settings);
        document.put("realm", name);
        document.put("enabled", true);
        keycloak.call("POST", "", document).ok();
        return new OwnRealm(keycloak, name);
    }

    /// Connects it, once: two clients are made for that.
    ///
    /// @param more options
    public void connect(CommandBench bench, String... more) {
        bench.connect(
                "keycloak",
                "sso",
                keycloak.address().toString(),
                own("curfew-read", false),
                own("curfew-act", true),
                more);
    }

    /// A client with the roles that the connector says it needs.
    ///
    /// @return its login, as a connection takes it
    public String own(String clientId, boolean isActing) {
        JsonNode client = client(clientId);
        for (JsonNode role : tree(Shipped.needs("keycloak", isActing)).path("roles")) {
            permit(client, role.asText());
        }
        return "{\"realm\":\"%s\",\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
                .formatted(name, clientId, client.path("secret").asText());
    }

    /// Gives a client's account a role of those that manage the realm.
    public void permit(JsonNode client, String role) {
        keycloak.call("POST", name + "/" + mappings(client), List.of(managing(role)))
                .ok();
    }

    /// Takes it away again.
    public void forbid(JsonNode client, String role) {
        keycloak.call("DELETE", name + "/" + mappings(client), List.of(managing(role)))
                .ok();
    }

    private String mappings(JsonNode client) {
        String account = get("clients/" + client.path("id").asText() + "/service-account-user")
                .path("id")
                .asText();
        return "users/" + account + "/role-mappings/clients/" + managementId();
    }

    private Map<String, String> managing(String role) {
        return Map.of(
                "id",
                get("clients/" + managementId() + "/roles/" + role).path("id").asText(),
                "name",
                role);
    }

    private String managementId() {
        return find("realm-management").path("id").asText();
    }

    /// A client as it is now.
    public JsonNode find(String clientId) {
        return get("clients?clientId=" + clientId).path(0);
    }

    /// A client with a service account, as Keycloak has it then.
    public JsonNode client(String clientId) {
        post("clients", Map.of("clientId", clientId, "serviceAccountsEnabled", true, "standardFlowEnabled", false));
        return find(clientId);
    }

    /// What a [#client]'s secret is listed under.
    public String secretId(JsonNode client) {
        return "sso:secret/" + name + "/" + client.path("id").asText() + "/"
                + client.path("attributes").path("client.secret.creation.time").asText("0");
    }

    /// Asks for a token with a client's secret.
    ///
    /// @return the status of the answer
    public int login(String clientId, String secret) {
        return keycloak.form(
                        name,
                        "token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", clientId,
                                "client_secret", secret))
                .status();
    }

    public void post(String path, Object body) {
        keycloak.call("POST", name + "/" + path, body).ok();
    }

    private JsonNode get(String path) {
        return tree(keycloak.call("GET", name + "/" + path, Map.of()).ok().body());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
