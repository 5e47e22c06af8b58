package dev.curfew.connector.keycloak.observe.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.facts.RegistrationFacts;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Fetched;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.connector.keycloak.realm.Uses;
import dev.curfew.model.text.Messages;

/// Registration tokens that login events tell of. Keycloak says of no client whether there is one.
public final class RegistrationPart implements Part {
    private static final Messages MESSAGES = Messages.of(RegistrationPart.class);

    @Override
    public String scope() {
        return Scopes.LOGIN_EVENTS;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) throws InterruptedException {
        Fetched<Uses> fetched = realm.uses();
        Uses uses = sheet.take(realm, fetched);
        if (uses.unkept() != null && fetched.gap().isEmpty()) {
            sheet.miss(realm.name() + ": " + uses.unkept());
        }
        sheet.noteIfRead(MESSAGES.text("registration"));
        RegistrationFacts facts = new RegistrationFacts(realm);
        for (JsonNode client : sheet.take(realm, realm.clients())) {
            JsonNode event = uses.registered().get(client.path("clientId").asText());
            if (event != null) {
                sheet.took();
                sheet.add(facts.registration(client, event, sheet.from("GET " + realm.path("events"), "{}")));
            }
        }
    }
}
