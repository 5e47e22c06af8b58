package dev.curfew.connector.keycloak.observe.right;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.facts.Mappings;
import dev.curfew.connector.keycloak.facts.TokenRoles;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Reading;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.connector.keycloak.realm.Role;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The roles of service accounts that their tokens name, and the groups that they are in.
public final class MappingPart implements Part {
    private final Reading reading;

    public MappingPart(Reading reading) {
        this.reading = reading;
    }

    @Override
    public String scope() {
        return Scopes.ROLE_MAPPINGS;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) throws InterruptedException {
        Map<String, JsonNode> mappings = sheet.take(realm, realm.mappings());
        Map<String, Set<String>> limits = sheet.take(realm, realm.limits());
        TokenRoles roles = new TokenRoles(sheet.take(realm, realm.roles()));
        Provenance provenance = sheet.from("GET " + realm.path("users/{id}/role-mappings"), "{}");
        for (JsonNode client : realm.clients().value()) {
            String id = client.path("id").asText();
            JsonNode document = mappings.get(id);
            if (document != null) {
                IdentityId holder = realm.ids().client(id);
                List<Role> named = roles.split(
                                client.path("clientId").asText(), TokenRoles.held(document), limits.get(id))
                        .named();
                sheet.took();
                Mappings.grants(realm.ids(), holder, named, provenance).forEach(sheet::add);
            }
        }
        if (realm.hasGroups()) {
            memberships(realm, sheet);
        }
    }

    private void memberships(Realm realm, RealmSheet sheet) throws InterruptedException {
        Map<String, String> groups = new TreeMap<>();
        realm.accounts()
                .value()
                .forEach((client, user) ->
                        groups.put(client, realm.path("users/" + user.path("id").asText() + "/groups")));
        Provenance provenance = sheet.from("GET " + realm.path("users/{id}/groups"), "{}");
        sheet.take(realm, reading.each(scope(), groups))
                .forEach((client, list) -> Mappings.memberships(
                                realm.ids(), realm.ids().client(client), list, provenance)
                        .forEach(sheet::add));
    }
}
