package dev.curfew.connector.keycloak.observe.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.facts.SessionFacts;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Counts;
import dev.curfew.connector.keycloak.realm.Reading;
import dev.curfew.connector.keycloak.realm.Realm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Logins with offline tokens, which clients keep for months: of service accounts, and of the people who gave a client
/// theirs.
public final class OfflineSessionPart implements Part {
    private final Reading reading;

    public OfflineSessionPart(Reading reading) {
        this.reading = reading;
    }

    @Override
    public String scope() {
        return Scopes.OFFLINE_SESSIONS;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) throws InterruptedException {
        Map<String, Counts> counts = sheet.take(realm, realm.counts());
        SessionFacts facts = new SessionFacts(realm, true);
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, Counts> client : counts.entrySet()) {
            if (client.getValue().offline() > 0) {
                String path = realm.path("clients/" + client.getKey() + "/offline-sessions");
                List<JsonNode> sessions = sheet.take(realm, reading.list(path));
                for (JsonNode session : sessions) {
                    // one login may have given tokens to several clients; it is told with the first
                    if (seen.add(session.path("id").asText())) {
                        sheet.took();
                        sheet.add(facts.of(
                                client.getKey(),
                                session,
                                sheet.from(
                                        "GET " + realm.path("clients/{id}/offline-sessions"),
                                        facts.document(session))));
                    }
                }
            }
        }
    }
}
