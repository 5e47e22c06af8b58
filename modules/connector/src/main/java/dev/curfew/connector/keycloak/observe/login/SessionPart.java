package dev.curfew.connector.keycloak.observe.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.facts.SessionFacts;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Counts;
import dev.curfew.connector.keycloak.realm.Reading;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Logins that service accounts made for refresh tokens. People's logins are counted with their clients, not listed:
/// they end within hours, and are people's own.
public final class SessionPart implements Part {
    private static final Messages MESSAGES = Messages.of(SessionPart.class);

    private final Reading reading;

    public SessionPart(Reading reading) {
        this.reading = reading;
    }

    @Override
    public String scope() {
        return Scopes.SESSIONS;
    }

    @Override
    public void read(Realm realm, RealmSheet sheet) throws InterruptedException {
        sheet.noteIfRead(MESSAGES.text("sessions"));
        Map<String, Counts> counts = sheet.take(realm, realm.counts());
        Map<String, JsonNode> accounts = sheet.take(realm, realm.accounts());
        SessionFacts facts = new SessionFacts(realm, false);
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonNode> account : accounts.entrySet()) {
            if (counts.getOrDefault(account.getKey(), new Counts(0, 0)).online() > 0) {
                String user = account.getValue().path("id").asText();
                // not paged
                List<JsonNode> sessions = sheet.take(realm, reading.whole(realm.path("users/" + user + "/sessions")));
                for (JsonNode session : sessions) {
                    if (seen.add(session.path("id").asText())) {
                        sheet.took();
                        sheet.add(facts.of(
                                account.getKey(),
                                session,
                                sheet.from("GET " + realm.path("users/{id}/sessions"), facts.document(session))));
                    }
                }
            }
        }
    }
}
