package dev.curfew.app.chain.kill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.connector.keycloak.KeycloakConnector;
import dev.curfew.testbed.keycloak.Keycloak;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Confidential clients of a realm.
record KeycloakPlace(Keycloak server, String realm, int clients) implements Place {
    private static final ObjectMapper JSON = new ObjectMapper();

    static KeycloakPlace fresh(Keycloak server, String realm, int clients) {
        server.call("POST", "", Map.of("realm", realm, "enabled", true)).ok();
        return new KeycloakPlace(server, realm, clients);
    }

    @Override
    public void connect(CommandBench bench) {
        bench.connect(
                "keycloak",
                "sso",
                server.address().toString(),
                own("curfew-read", "read-policy.json"),
                own("curfew-act", "act-policy.json"));
    }

    private String own(String clientId, String policy) {
        JsonNode client = client(clientId);
        String account = get("clients/" + client.path("id").asText() + "/service-account-user")
                .path("id")
                .asText();
        String management =
                get("clients?clientId=realm-management").path(0).path("id").asText();
        for (JsonNode role :
                tree(Place.shipped(KeycloakConnector.class, policy)).path("roles")) {
            JsonNode found = get("clients/" + management + "/roles/" + role.asText());
            post(
                    "users/" + account + "/role-mappings/clients/" + management,
                    List.of(Map.of("id", found.path("id").asText(), "name", role.asText())));
        }
        return "{\"realm\":\"%s\",\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
                .formatted(realm, clientId, client.path("secret").asText());
    }

    @Override
    public Map<String, String> agent(String name) {
        Map<String, String> held = new LinkedHashMap<>();
        for (int i = 0; i < clients; i++) {
            String clientId = i == 0 ? name : "worker/%d/%s".formatted(i, name);
            JsonNode client = client(clientId);
            held.put(
                    "sso:secret/" + realm + "/" + client.path("id").asText() + "/"
                            + client.path("attributes")
                                    .path("client.secret.creation.time")
                                    .asText("0"),
                    client.path("secret").asText());
        }
        return held;
    }

    private JsonNode client(String clientId) {
        post("clients", Map.of("clientId", clientId, "serviceAccountsEnabled", true, "standardFlowEnabled", false));
        return get("clients?clientId=" + clientId).path(0);
    }

    private JsonNode get(String path) {
        return tree(server.call("GET", realm + "/" + path, Map.of()).ok().body());
    }

    private void post(String path, Object body) {
        server.call("POST", realm + "/" + path, body).ok();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
