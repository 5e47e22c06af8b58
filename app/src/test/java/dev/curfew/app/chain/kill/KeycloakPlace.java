package dev.curfew.app.chain.kill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.chain.OwnRealm;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.keycloak.Keycloak;
import java.util.LinkedHashMap;
import java.util.Map;

/// Confidential clients of a realm.
record KeycloakPlace(OwnRealm realm, int clients) implements Place {
    static KeycloakPlace fresh(Keycloak server, String realm, int clients) {
        return new KeycloakPlace(OwnRealm.fresh(server, realm, Map.of()), clients);
    }

    @Override
    public void connect(CommandBench bench) {
        realm.connect(bench, "--environment", "test");
    }

    @Override
    public Map<String, String> agent(String name) {
        Map<String, String> held = new LinkedHashMap<>();
        for (int i = 0; i < clients; i++) {
            String clientId = i == 0 ? name : "worker/%d/%s".formatted(i, name);
            JsonNode client = realm.client(clientId);
            held.put(realm.secretId(client), client.path("secret").asText());
        }
        return held;
    }
}
