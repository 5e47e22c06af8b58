package dev.curfew.connector.keycloak.observe;

import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.OwnClients;
import dev.curfew.connector.keycloak.observe.login.ClientPart;
import dev.curfew.connector.keycloak.observe.login.IdentityProviderPart;
import dev.curfew.connector.keycloak.observe.login.InitialAccessPart;
import dev.curfew.connector.keycloak.observe.login.OfflineSessionPart;
import dev.curfew.connector.keycloak.observe.login.RegistrationPart;
import dev.curfew.connector.keycloak.observe.login.SessionPart;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmPart;
import dev.curfew.connector.keycloak.observe.right.GroupPart;
import dev.curfew.connector.keycloak.observe.right.MappingPart;
import dev.curfew.connector.keycloak.observe.right.PeoplePart;
import dev.curfew.connector.keycloak.observe.right.RolePart;
import dev.curfew.connector.keycloak.realm.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All parts of a reading.
final class Parts {
    private static final String ROTATION = "CLIENT_SECRET_ROTATION";

    private Parts() {}

    /// @param own that Curfew itself logs in with
    static List<Part> all(Reading reading, OwnClients own) throws InterruptedException {
        return List.of(
                new RealmPart(),
                new ClientPart(own, rotation(reading)),
                new RolePart(),
                new MappingPart(reading),
                new GroupPart(),
                new PeoplePart(reading),
                new SessionPart(reading),
                new OfflineSessionPart(reading),
                new IdentityProviderPart(reading),
                new InitialAccessPart(reading),
                new RegistrationPart());
    }

    /// Whether the server keeps the ends of secrets; null if it did not say. Whoever may use the admin API at all may
    /// ask.
    static @Nullable Boolean rotation(Reading reading) throws InterruptedException {
        KcAnswer answer = reading.read("serverinfo");
        if (answer instanceof KcAnswer.Done done && done.body().path("features").isArray()) {
            for (var feature : done.body().path("features")) {
                if (feature.path("name").asText().equals(ROTATION)) {
                    return feature.path("enabled").asBoolean();
                }
            }
            return false;
        }
        return null;
    }
}
