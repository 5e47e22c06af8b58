package dev.curfew.connector.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Fetches which roles the tokens of clients may name that do not name all: those that the client itself, or a client
/// scope of its, is mapped to.
final class Limits {
    private final Reading reading;
    private final Realm realm;

    Limits(Reading reading, Realm realm) {
        this.reading = reading;
        this.realm = realm;
    }

    /// Ids of roles, without their parts, by Keycloak's id of the client; clients that are not limited are left out.
    Fetched<Map<String, Set<String>>> fetch() throws InterruptedException {
        Fetched<List<JsonNode>> all = realm.clients();
        List<JsonNode> limited = all.value().stream()
                .filter(client -> Realm.hasAccount(client)
                        && !client.path("fullScopeAllowed").asBoolean(true))
                .toList();
        Map<String, String> ofClients = new TreeMap<>();
        Set<String> scopes = new HashSet<>();
        for (JsonNode client : limited) {
            String id = client.path("id").asText();
            ofClients.put(id, realm.path("clients/" + id + "/scope-mappings"));
            scopes.addAll(scopes(client));
        }
        Map<String, String> ofScopes = new TreeMap<>();
        realm.scopes().value().forEach((name, scope) -> {
            if (scopes.contains(name)) {
                ofScopes.put(
                        name,
                        realm.path(
                                "client-scopes/" + Form.segment(scope.path("id").asText()) + "/scope-mappings"));
            }
        });
        Fetched<Map<String, JsonNode>> own = reading.each("clients", ofClients);
        Fetched<Map<String, JsonNode>> shared = reading.each("clients", ofScopes);
        Map<String, Set<String>> limits = new TreeMap<>();
        for (JsonNode client : limited) {
            Set<String> roles = new HashSet<>();
            String id = client.path("id").asText();
            add(own.value().get(id), roles);
            scopes(client).forEach(name -> add(shared.value().get(name), roles));
            limits.put(id, roles);
        }
        return Fetched.whole(limits).after(all).after(own).after(shared);
    }

    /// Whoever asks for a token may ask for the optional ones too.
    private static List<String> scopes(JsonNode client) {
        List<String> scopes = new ArrayList<>();
        client.path("defaultClientScopes").forEach(name -> scopes.add(name.asText()));
        client.path("optionalClientScopes").forEach(name -> scopes.add(name.asText()));
        return scopes;
    }

    private static void add(@org.jspecify.annotations.Nullable JsonNode mappings, Set<String> roles) {
        if (mappings != null) {
            mappings.path("realmMappings")
                    .forEach(role -> roles.add(role.path("id").asText()));
            mappings.path("clientMappings")
                    .forEach(client -> client.path("mappings")
                            .forEach(role -> roles.add(role.path("id").asText())));
        }
    }
}
