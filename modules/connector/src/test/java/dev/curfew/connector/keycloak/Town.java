package dev.curfew.connector.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.keycloak.Keycloak;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A realm of a test's own, arranged as its administrator would.
final class Town {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Keycloak keycloak;
    private final String realm;

    private Town(Keycloak keycloak, String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    /// @param settings of the realm
    static Town create(Keycloak keycloak, String realm, Map<String, ?> settings) {
        Map<String, Object> body = new HashMap<>(settings);
        body.put("realm", realm);
        body.put("enabled", true);
        keycloak.call("POST", "", body).ok();
        return new Town(keycloak, realm);
    }

    static Town master(Keycloak keycloak) {
        return new Town(keycloak, "master");
    }

    Keycloak keycloak() {
        return keycloak;
    }

    String realm() {
        return realm;
    }

    /// @param id Keycloak's own
    record Client(String id, String clientId, String secret, String account) {}

    /// A confidential client with a service account, unless the settings say otherwise.
    Client client(String clientId, Map<String, ?> settings) {
        Map<String, Object> body = new HashMap<>(Map.of("serviceAccountsEnabled", true, "standardFlowEnabled", false));
        body.putAll(settings);
        body.put("clientId", clientId);
        post("clients", body);
        return find(clientId);
    }

    Client find(String clientId) {
        JsonNode client = get("clients?clientId=" + clientId).path(0);
        String id = client.path("id").asText();
        String account = client.path("serviceAccountsEnabled").asBoolean()
                ? get("clients/" + id + "/service-account-user").path("id").asText()
                : "";
        return new Client(id, clientId, client.path("secret").asText(), account);
    }

    JsonNode client(Client client) {
        return get("clients/" + client.id());
    }

    void role(String name) {
        post("roles", Map.of("name", name));
    }

    void clientRole(Client client, String name) {
        post("clients/" + client.id() + "/roles", Map.of("name", name));
    }

    /// Makes one role a part of another.
    void part(JsonNode whole, JsonNode part) {
        post(
                "roles-by-id/" + whole.path("id").asText() + "/composites",
                List.of(Map.of("id", part.path("id").asText())));
    }

    JsonNode realmRole(String name) {
        return get("roles/" + name);
    }

    /// @param clientId for example `realm-management`
    JsonNode clientRole(String clientId, String name) {
        return get("clients/" + find(clientId).id() + "/roles/" + name);
    }

    /// @param user Keycloak's id
    void holds(String user, JsonNode... roles) {
        give("users/" + user, roles);
    }

    void groupHolds(String group, JsonNode... roles) {
        give("groups/" + group, roles);
    }

    /// A role that a client's tokens may name.
    void scoped(Client client, JsonNode role) {
        post(
                "clients/" + client.id() + "/scope-mappings/clients/"
                        + role.path("containerId").asText(),
                List.of(Map.of(
                        "id",
                        role.path("id").asText(),
                        "name",
                        role.path("name").asText())));
    }

    private void give(String holder, JsonNode... roles) {
        for (JsonNode role : roles) {
            String where = role.path("clientRole").asBoolean()
                    ? "clients/" + role.path("containerId").asText()
                    : "realm";
            post(
                    holder + "/role-mappings/" + where,
                    List.of(Map.of(
                            "id",
                            role.path("id").asText(),
                            "name",
                            role.path("name").asText())));
        }
    }

    /// @return Keycloak's id
    String user(String name) {
        post(
                "users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "firstName",
                        name,
                        "lastName",
                        name,
                        "email",
                        name + "@town.example",
                        "emailVerified",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", password(name), "temporary", false))));
        return get("users?exact=true&username=" + name).path(0).path("id").asText();
    }

    static String password(String user) {
        return "pw-canary-" + user;
    }

    /// @param parent Keycloak's id; empty for one at the top
    String group(String parent, String name) {
        post(parent.isEmpty() ? "groups" : "groups/" + parent + "/children", Map.of("name", name));
        JsonNode list = parent.isEmpty() ? get("groups") : get("groups/" + parent + "/children");
        for (JsonNode group : list) {
            if (group.path("name").asText().equals(name)) {
                return group.path("id").asText();
            }
        }
        throw new IllegalStateException(name);
    }

    void joins(String user, String group) {
        keycloak.call("PUT", realm + "/users/" + user + "/groups/" + group, Map.of())
                .ok();
    }

    /// The whole answer of the token endpoint to a client's own login.
    Answer login(Client client, String secret, String... moreNamesAndValues) {
        Map<String, String> fields = new HashMap<>(
                Map.of("grant_type", "client_credentials", "client_id", client.clientId(), "client_secret", secret));
        for (int i = 0; i < moreNamesAndValues.length; i += 2) {
            fields.put(moreNamesAndValues[i], moreNamesAndValues[i + 1]);
        }
        return keycloak.form(realm, "token", fields);
    }

    Answer refresh(Client client, String secret, String refreshToken) {
        return keycloak.form(
                realm,
                "token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        client.clientId(),
                        "client_secret",
                        secret,
                        "refresh_token",
                        refreshToken));
    }

    /// Calls the admin API of the realm with a token.
    Answer as(String token, String method, String path, Object body) {
        return keycloak.call(method, "/admin/realms/" + realm + "/" + path, body, token);
    }

    JsonNode get(String path) {
        return tree(keycloak.call("GET", realm + "/" + path, Map.of()).ok().body());
    }

    Answer post(String path, Object body) {
        return keycloak.call("POST", realm + "/" + path, body).ok();
    }

    Answer put(String path, Object body) {
        return keycloak.call("PUT", realm + "/" + path, body).ok();
    }

    Answer delete(String path) {
        return keycloak.call("DELETE", realm + "/" + path, Map.of()).ok();
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.path(field).asText()));
        return texts;
    }
}
