package dev.curfew.connector.keycloak.observe.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.OwnClients;
import dev.curfew.connector.keycloak.facts.ClientFacts;
import dev.curfew.connector.keycloak.facts.ClientWords;
import dev.curfew.connector.keycloak.facts.Controls;
import dev.curfew.connector.keycloak.facts.Documents;
import dev.curfew.connector.keycloak.facts.KeyFacts;
import dev.curfew.connector.keycloak.facts.RoleRights;
import dev.curfew.connector.keycloak.facts.SecretFacts;
import dev.curfew.connector.keycloak.facts.TokenRoles;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.estate.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Clients with what they prove themselves with, and who could act as them.
public final class ClientPart implements Part {
    private final OwnClients own;
    private final @Nullable Boolean rotation;

    /// @param own that Curfew itself logs in with
    /// @param rotation whether the server has secret rotation switched on; null if it did not say
    public ClientPart(OwnClients own, @Nullable Boolean rotation) {
        this.own = own;
        this.rotation = rotation;
    }

    @Override
    public String scope() {
        return Scopes.CLIENTS;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) throws InterruptedException {
        sheet.noteIfRead(String.join(" ", own.troubles()));
        List<JsonNode> clients = sheet.take(realm, realm.clients());
        ClientFacts facts = new ClientFacts(
                realm,
                realm.scopes().value(),
                realm.accounts().value(),
                realm.counts().value(),
                realm.uses().value(),
                inVain(realm),
                own.in(realm.name()));
        SecretFacts secrets = new SecretFacts(realm, facts, rotation);
        KeyFacts keys = new KeyFacts(realm, facts);
        Controls controls = new Controls(realm.ids(), sheet.from("GET " + realm.path("clients"), "{}"));
        controls.ofClients().forEach(sheet::add);
        for (JsonNode client : clients) {
            Provenance provenance = sheet.from("GET " + realm.path("clients"), Documents.client(client));
            sheet.took();
            sheet.add(facts.of(client, provenance));
            secrets.of(client, provenance).forEach(sheet::add);
            keys.of(client, provenance).forEach(sheet::add);
            if (ClientWords.isConfidential(client) && Realm.hasAccount(client)) {
                controls.over(client).forEach(sheet::add);
            }
        }
    }

    /// Only clients that are limited can hold any.
    private static Map<String, Set<String>> inVain(Realm realm) throws InterruptedException {
        Map<String, Set<String>> limits = realm.limits().value();
        if (limits.isEmpty()) {
            return Map.of();
        }
        Map<String, JsonNode> mappings = realm.mappings().value();
        TokenRoles roles = new TokenRoles(realm.roles().value());
        Map<String, Set<String>> inVain = new TreeMap<>();
        for (JsonNode client : realm.clients().value()) {
            String id = client.path("id").asText();
            JsonNode document = mappings.get(id);
            if (document != null && limits.containsKey(id)) {
                Set<String> ids = new TreeSet<>();
                roles.split(client.path("clientId").asText(), TokenRoles.held(document), limits.get(id))
                        .unnamed()
                        .forEach(
                                role -> ids.add(RoleRights.id(realm.ids(), role).nativeId()));
                inVain.put(id, ids);
            }
        }
        return inVain;
    }
}
