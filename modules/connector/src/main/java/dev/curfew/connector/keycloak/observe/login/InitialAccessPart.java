package dev.curfew.connector.keycloak.observe.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.facts.RegistrationFacts;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Reading;
import dev.curfew.connector.keycloak.realm.Realm;

/// Tokens that clients can be registered with. One that was used up, or had its time, is in the list until Keycloak
/// sweeps it out.
public final class InitialAccessPart implements Part {
    private final Reading reading;

    public InitialAccessPart(Reading reading) {
        this.reading = reading;
    }

    @Override
    public String scope() {
        return Scopes.INITIAL_ACCESS;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) throws InterruptedException {
        RegistrationFacts facts = new RegistrationFacts(realm);
        String path = realm.path("clients-initial-access");
        for (JsonNode token : sheet.take(realm, reading.whole(path))) {
            sheet.took();
            sheet.add(facts.initialAccess(token, document -> sheet.from("GET " + path, document)));
        }
    }
}
