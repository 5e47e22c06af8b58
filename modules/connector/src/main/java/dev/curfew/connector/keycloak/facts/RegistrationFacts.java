package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/// Tokens that clients are registered with, and change their own registration with.
public final class RegistrationFacts {
    public static final String KIND = "keycloak.registration-token";
    public static final String INITIAL_KIND = "keycloak.initial-access-token";

    private static final Messages MESSAGES = Messages.of(RegistrationFacts.class);

    private final Realm realm;

    public RegistrationFacts(Realm realm) {
        this.realm = realm;
    }

    /// @param provenance makes one of a document
    public Credential initialAccess(JsonNode token, Function<String, Provenance> provenance) {
        String id = token.path("id").asText();
        long lifespan = token.path("expiration").asLong();
        long left = token.path("remainingCount").asLong();
        return new Credential(
                new CredentialName.InitialAccess(realm.name(), id)
                        .in(realm.ids().source()),
                INITIAL_KIND,
                id,
                null,
                null,
                Times.ofSeconds(token.path("timestamp")).orElse(null),
                lifespan == 0
                        ? new Expiry.Never()
                        : Times.ofSeconds(token.path("timestamp"))
                                .<Expiry>map(made -> new Expiry.At(made.plus(Duration.ofSeconds(lifespan))))
                                .orElseGet(() -> new Expiry.Unknown(MESSAGES.text("expiry.untold"))),
                Usages.untold(),
                left > 0,
                Map.of("realm", realm.name(), "registrations-left", String.valueOf(left)),
                provenance.apply(Documents.initialAccess(token)));
    }

    /// @param event after which the client has held one
    public Credential registration(JsonNode client, JsonNode event, Provenance provenance) {
        String id = client.path("id").asText();
        return new Credential(
                new CredentialName.RegistrationToken(realm.name(), id)
                        .in(realm.ids().source()),
                KIND,
                client.path("clientId").asText(),
                realm.ids().client(id),
                null,
                Times.ofMillis(event.path("time")).orElse(null),
                new Expiry.Never(),
                Usages.untold(),
                true,
                Map.of("realm", realm.name(), "seen", event.path("type").asText()),
                provenance);
    }
}
