package dev.curfew.testbed.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithKeycloak
class KeycloakServerTest {

    @Test
    void answersOnLoopbackAsTheAdministratorAndNobodyElse(Keycloak keycloak) {
        assertThat(keycloak.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(keycloak.call("GET", "master", Map.of()).ok().text("/realm")).isEqualTo("master");
        assertThat(keycloak.call("GET", "/admin/realms/master", Map.of(), "nobody")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void secretRotationIsSwitchedOn(Keycloak keycloak) {
        keycloak.call("POST", "", Map.of("realm", "testbed-rotation", "enabled", true))
                .ok();
        assertThat(keycloak.call(
                                "PUT",
                                "testbed-rotation/client-policies/profiles",
                                Map.of(
                                        "profiles",
                                        List.of(Map.of(
                                                "name",
                                                "rotation",
                                                "executors",
                                                List.of(Map.of(
                                                        "executor",
                                                        "secret-rotation",
                                                        "configuration",
                                                        Map.of(
                                                                "expiration-period",
                                                                60,
                                                                "rotated-expiration-period",
                                                                30,
                                                                "remaining-rotation-period",
                                                                10)))))))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void itsMakersClientListsWhatIsThere(Keycloak keycloak) {
        keycloak.call("POST", "", Map.of("realm", "testbed-listing", "enabled", true))
                .ok();
        List<String> clients = new ArrayList<>();
        for (JsonNode client : keycloak.kcadm().get("testbed-listing", "clients", "--fields", "clientId")) {
            clients.add(client.path("clientId").asText());
        }
        assertThat(clients)
                .containsExactlyInAnyOrder(
                        "account",
                        "account-console",
                        "admin-cli",
                        "broker",
                        "realm-management",
                        "security-admin-console");
    }

    @Test
    void thePasswordIsNoArgumentOfAProcess(Keycloak keycloak) {
        String password = keycloak.administratorPassword().reveal();
        keycloak.kcadm();
        assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info))
                .isNotEmpty()
                .noneMatch(process -> process.commandLine().orElse("").contains(password));
    }

    @Test
    void whatWasMadeIsThereAfterAKill() {
        try (Keycloak own = Keycloak.start()) {
            own.call("POST", "", Map.of("realm", "survivor", "enabled", true)).ok();
            own.kill();
            own.startAgain();
            assertThat(own.call("GET", "survivor", Map.of()).status()).isEqualTo(200);
        }
    }
}
