package dev.curfew.connector.keycloak.observe.part;

import dev.curfew.connector.keycloak.facts.Documents;
import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.TreeMap;

/// The realms themselves. Of one that may not be viewed Keycloak tells the name.
public final class RealmPart implements Part {
    private static final Messages MESSAGES = Messages.of(RealmPart.class);

    @Override
    public String scope() {
        return Scopes.REALMS;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) {
        Provenance provenance = sheet.from("GET realms", Documents.realm(realm.document()));
        Map<String, String> tags = new TreeMap<>();
        tags.put("enabled", realm.document().path("enabled").asText());
        tags.put(
                "access-token-seconds",
                realm.document().path("accessTokenLifespan").asText());
        tags.put("login-events", realm.document().path("eventsEnabled").asText());
        tags.put("admin-events", realm.document().path("adminEventsEnabled").asText());
        tags.values().removeIf(String::isEmpty);
        sheet.took();
        sheet.add(new Resource(
                realm.ids().realmItself(), "keycloak.realm", realm.name(), Sensitivity.HIGH, tags, provenance));
        sheet.add(new Resource(
                realm.ids().applications(),
                "keycloak.applications",
                MESSAGES.text("applications", realm.name()),
                Sensitivity.UNKNOWN,
                Map.of("realm", realm.name()),
                provenance));
        if (realm.name().equals("master")) {
            sheet.add(new Resource(
                    new ResourceId(sheet.source(), Ids.SERVER),
                    "keycloak.server",
                    sheet.source().value(),
                    Sensitivity.HIGH,
                    Map.of(),
                    provenance));
        }
    }
}
