package dev.curfew.connector.keycloak.observe.right;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.facts.Controls;
import dev.curfew.connector.keycloak.facts.Documents;
import dev.curfew.connector.keycloak.facts.Groups;
import dev.curfew.connector.keycloak.facts.Mappings;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Reading;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// People with power over a realm, by a role of their own or of a group, with all of their roles. Other people are none
/// of Curfew's business.
public final class PeoplePart implements Part {
    private final Reading reading;

    public PeoplePart(Reading reading) {
        this.reading = reading;
    }

    @Override
    public String scope() {
        return Scopes.PEOPLE;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) throws InterruptedException {
        Controls controls = new Controls(realm.ids(), sheet.from("GET " + realm.path("users"), "{}"));
        controls.ofPeople().forEach(sheet::add);
        Map<String, JsonNode> people = people(realm, sheet);
        Map<String, String> mappings = new TreeMap<>();
        Map<String, String> groups = new TreeMap<>();
        people.forEach((id, user) -> {
            IdentityId person = realm.ids().user(id);
            Provenance provenance = sheet.from("GET " + realm.path("users"), Documents.user(user));
            sheet.took();
            sheet.add(Groups.person(realm.name(), person, user, provenance));
            sheet.add(controls.overPerson(person));
            mappings.put(id, realm.path("users/" + id + "/role-mappings"));
            groups.put(id, realm.path("users/" + id + "/groups"));
        });
        Provenance held = sheet.from("GET " + realm.path("users/{id}/role-mappings"), "{}");
        sheet.take(realm, reading.each(scope(), mappings))
                .forEach((id, document) -> Mappings.grants(
                                realm.ids(), realm.ids().user(id), document, held)
                        .forEach(sheet::add));
        if (realm.hasGroups()) {
            Provenance member = sheet.from("GET " + realm.path("users/{id}/groups"), "{}");
            sheet.take(realm, reading.each(scope(), groups))
                    .forEach((id, list) -> Mappings.memberships(
                                    realm.ids(), realm.ids().user(id), list, member)
                            .forEach(sheet::add));
        }
    }

    /// By Keycloak's id. Service accounts are clients, and in another scope.
    private Map<String, JsonNode> people(Realm realm, RealmSheet sheet) throws InterruptedException {
        Map<String, JsonNode> people = new TreeMap<>();
        for (String path : new Powerful(realm, sheet.take(realm, realm.roles())).lists()) {
            List<JsonNode> users = sheet.take(realm, reading.list(path));
            users.forEach(user -> people.put(user.path("id").asText(), user));
        }
        for (JsonNode account : realm.accounts().value().values()) {
            people.remove(account.path("id").asText());
        }
        return people;
    }
}
