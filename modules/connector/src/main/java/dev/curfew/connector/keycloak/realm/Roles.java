package dev.curfew.connector.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fetches a realm's roles and those of its clients, with what each is made of.
final class Roles {
    private final Reading reading;
    private final Realm realm;

    Roles(Reading reading, Realm realm) {
        this.reading = reading;
        this.realm = realm;
    }

    private record Found(String clientId, JsonNode document) {}

    Fetched<Map<String, Role>> fetch() throws InterruptedException {
        Fetched<List<JsonNode>> ofRealm = realm.seeing(reading.list(realm.path("roles")), "view-realm", "manage-realm");
        Fetched<Map<String, JsonNode>> ofClients = ofClients();
        Map<String, Found> found = new LinkedHashMap<>();
        ofRealm.value().forEach(role -> found.put(role.path("id").asText(), new Found("", role)));
        Map<String, String> clientIds = clientIds();
        ofClients
                .value()
                .forEach((client, list) -> list.forEach(role ->
                        found.put(role.path("id").asText(), new Found(clientIds.getOrDefault(client, client), role))));
        Fetched<Map<String, JsonNode>> parts = parts(found);
        Map<String, Role> roles = new TreeMap<>();
        String unread = parts.gap().map(KcAnswer::words).orElse("");
        found.forEach((id, each) -> roles.put(id, role(id, each, parts.value().get(id), unread)));
        return Fetched.whole(roles).after(ofClients).after(ofRealm).after(parts);
    }

    /// A client has few roles, or none, so that they are not paged.
    private Fetched<Map<String, JsonNode>> ofClients() throws InterruptedException {
        Fetched<List<JsonNode>> clients = realm.clients();
        Map<String, String> paths = new TreeMap<>();
        for (JsonNode client : clients.value()) {
            String id = client.path("id").asText();
            paths.put(id, realm.path("clients/" + id + "/roles"));
        }
        return reading.each("roles", paths).after(clients);
    }

    private Map<String, String> clientIds() throws InterruptedException {
        Map<String, String> byId = new TreeMap<>();
        for (JsonNode client : realm.clients().value()) {
            byId.put(client.path("id").asText(), client.path("clientId").asText());
        }
        return byId;
    }

    private Fetched<Map<String, JsonNode>> parts(Map<String, Found> found) throws InterruptedException {
        Map<String, String> paths = new TreeMap<>();
        found.forEach((id, each) -> {
            if (each.document().path("composite").asBoolean()) {
                paths.put(id, realm.path("roles-by-id/" + Form.segment(id) + "/composites"));
            }
        });
        return reading.each("roles", paths);
    }

    /// @param parts null where they could not be read, or where there are none
    private static Role role(String id, Found found, @org.jspecify.annotations.Nullable JsonNode parts, String unread) {
        List<String> ids = new ArrayList<>();
        if (parts != null) {
            parts.forEach(part -> ids.add(part.path("id").asText()));
        }
        boolean isUnread = parts == null && found.document().path("composite").asBoolean();
        return new Role(id, found.clientId(), found.document().path("name").asText(), ids, isUnread ? unread : "");
    }
}
