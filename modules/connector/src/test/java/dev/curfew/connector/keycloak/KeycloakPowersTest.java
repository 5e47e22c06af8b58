package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// That the administrative roles mean what `AdminRight` says: each tried by a service account that holds it alone.
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakPowersTest {
    private Town town;
    private Town.Client ruler;
    private String boss;

    @BeforeAll
    void arrange(Keycloak keycloak) {
        town = Town.create(keycloak, "powers", Map.of());
        ruler = town.client("ruler", Map.of());
        town.holds(ruler.account(), town.clientRole("realm-management", "realm-admin"));
        boss = town.user("boss");
        town.holds(boss, town.clientRole("realm-management", "realm-admin"));
    }

    private String tokenOf(String role) {
        Town.Client client = town.client("has-" + role, Map.of());
        town.holds(client.account(), town.clientRole("realm-management", role));
        return town.login(client, client.secret()).ok().text("/access_token");
    }

    @Test
    void viewingClientsIsSeeingTheSecretOfAnAdministratorsClient() {
        assertThat(town.as(tokenOf("view-clients"), "GET", "clients/" + ruler.id() + "/client-secret", Map.of())
                        .ok()
                        .text("/value"))
                .isEqualTo(town.find("ruler").secret());
    }

    @Test
    void managingClientsIsReplacingIt() {
        Town.Client other = town.client("other-ruler", Map.of());
        assertThat(town.as(tokenOf("manage-clients"), "POST", "clients/" + other.id() + "/client-secret", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void managingUsersIsSettingAnAdministratorsPasswordAndNotGivingThatRole() {
        String token = tokenOf("manage-users");
        assertThat(town.as(
                                token,
                                "PUT",
                                "users/" + boss + "/reset-password",
                                Map.of("type", "password", "value", "another", "temporary", false))
                        .status())
                .isEqualTo(204);
        String management = town.find("realm-management").id();
        String admin =
                town.clientRole("realm-management", "realm-admin").path("id").asText();
        assertThat(town.as(
                                token,
                                "POST",
                                "users/" + boss + "/role-mappings/clients/" + management,
                                List.of(Map.of("id", admin, "name", "realm-admin")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void impersonatingReachesAnAdministratorAndNoServiceAccount() {
        String token = tokenOf("impersonation");
        assertThat(town.as(token, "POST", "users/" + boss + "/impersonation", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(town.as(token, "POST", "users/" + ruler.account() + "/impersonation", Map.of())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void managingOutsideLoginsIsGivingAnyRoleToWhoeverLogsInThere() {
        String token = tokenOf("manage-identity-providers");
        Map<String, Object> provider = Map.of(
                "alias",
                "mine",
                "providerId",
                "oidc",
                "config",
                Map.of(
                        "clientId", "x",
                        "clientSecret", "y",
                        "tokenUrl", "https://mine.example/t",
                        "authorizationUrl", "https://mine.example/a"));
        assertThat(town.as(token, "POST", "identity-provider/instances", provider)
                        .status())
                .isEqualTo(201);
        assertThat(town.as(
                                token,
                                "POST",
                                "identity-provider/instances/mine/mappers",
                                Map.of(
                                        "name",
                                        "all",
                                        "identityProviderAlias",
                                        "mine",
                                        "identityProviderMapper",
                                        "oidc-hardcoded-role-idp-mapper",
                                        "config",
                                        Map.of("role", "realm-management.realm-admin")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void managingTheRealmIsAddingASigningKey() {
        assertThat(town.as(
                                tokenOf("manage-realm"),
                                "POST",
                                "components",
                                Map.of(
                                        "name",
                                        "key",
                                        "providerId",
                                        "hmac-generated",
                                        "providerType",
                                        "org.keycloak.keys.KeyProvider",
                                        "config",
                                        Map.of("priority", List.of("1"))))
                        .status())
                .isEqualTo(201);
    }
}
