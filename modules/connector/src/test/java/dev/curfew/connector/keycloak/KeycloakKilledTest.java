package dev.curfew.connector.keycloak;

import dev.curfew.connector.killed.KilledOnTheWay;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A server of its own, for it is killed.
@WithKeycloak
class KeycloakKilledTest {

    @Test
    void aServerThatIsKilledOnTheWayAndComesBackLosesAndInventsNothing() throws InterruptedException {
        try (Keycloak own = Keycloak.start()) {
            Town town = Town.create(own, "killed", Map.of());
            for (int i = 0; i < 30; i++) {
                town.client("app-" + i, Map.of());
            }
            try (Connected connected = Connected.to(town)) {
                new KilledOnTheWay(connected.observer(), own::kill, own::startAgain, Set.of("login-events"))
                        .losesAndInventsNothing("role-mappings", true);
            }
        }
    }
}
