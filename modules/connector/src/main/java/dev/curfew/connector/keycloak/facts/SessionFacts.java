package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A login that a client holds refresh tokens of.
public final class SessionFacts {
    public static final String KIND = "keycloak.session";
    public static final String OFFLINE_KIND = "keycloak.offline-session";

    private static final Messages MESSAGES = Messages.of(SessionFacts.class);

    private final Realm realm;
    private final boolean offline;

    public SessionFacts(Realm realm, boolean offline) {
        this.realm = realm;
        this.offline = offline;
    }

    public String document(JsonNode session) {
        return Documents.session(session);
    }

    /// @param client Keycloak's own id of the client that holds it
    public Credential of(String client, JsonNode session, Provenance provenance) {
        Optional<Instant> start = Times.ofMillis(session.path("start"));
        return new Credential(
                new CredentialName.Session(realm.name(), session.path("id").asText(), offline)
                        .in(realm.ids().source()),
                offline ? OFFLINE_KIND : KIND,
                session.path("clients").path(client).asText(client) + ", "
                        + session.path("username").asText(),
                realm.ids().client(client),
                null,
                start.orElse(null),
                expiry(start),
                Usages.session(session),
                true,
                attributes(session),
                provenance);
    }

    /// The latest end. It may come earlier: a login that nobody uses ends by being idle.
    private Expiry expiry(Optional<Instant> start) {
        JsonNode settings = realm.document();
        if (!settings.has("ssoSessionMaxLifespan") || start.isEmpty()) {
            return new Expiry.Unknown(MESSAGES.text("expiry.session"));
        }
        if (!offline) {
            return new Expiry.At(start.get()
                    .plus(Duration.ofSeconds(
                            settings.path("ssoSessionMaxLifespan").asLong())));
        }
        return settings.path("offlineSessionMaxLifespanEnabled").asBoolean()
                ? new Expiry.At(start.get()
                        .plus(Duration.ofSeconds(
                                settings.path("offlineSessionMaxLifespan").asLong())))
                : new Expiry.Unknown(MESSAGES.text(
                        "expiry.idle",
                        Duration.ofSeconds(
                                settings.path("offlineSessionIdleTimeout").asLong())));
    }

    private Map<String, String> attributes(JsonNode session) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("realm", realm.name());
        attributes.put("user", session.path("username").asText());
        attributes.put("address", session.path("ipAddress").asText());
        StringBuilder clients = new StringBuilder();
        session.path("clients").properties().stream()
                .map(client -> client.getValue().asText())
                .sorted()
                .forEach(client -> clients.append(clients.isEmpty() ? "" : ",").append(client));
        attributes.put("clients", clients.toString());
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }
}
