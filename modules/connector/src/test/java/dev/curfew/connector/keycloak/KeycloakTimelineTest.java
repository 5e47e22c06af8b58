package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.Timeline;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a client and a person did on a real Keycloak, as its events have it.
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTimelineTest {
    private static final String CANARY = "Kq3-quiet-harbour-canary";

    private final Ids ids = new Ids(Connected.SOURCE, "trail");
    private Instant began = Instant.EPOCH;
    private Town town;
    private Town quiet;
    private Connected connected;
    private Town.Client robot;
    private String bob = "";
    private String eve = "";
    private String made = "";

    /// A client is logged in as twice, once with a wrong secret; it makes a client, looks at its secret and has it made
    /// anew, makes a person and an identity provider, gives a role, becomes somebody, and deletes what it made.
    @BeforeAll
    void somebodyDoesThings(Keycloak keycloak) throws InterruptedException {
        town = Town.create(
                keycloak,
                "trail",
                Map.of(
                        "adminEventsEnabled",
                        true,
                        "adminEventsDetailsEnabled",
                        true,
                        "eventsEnabled",
                        true,
                        "eventsExpiration",
                        864_000,
                        "attributes",
                        Map.of("adminEventsExpiration", "1800")));
        quiet = Town.create(keycloak, "trail-quiet", Map.of());
        bob = town.user("bob");
        robot = town.client("robot", Map.of("publicClient", false, "directAccessGrantsEnabled", true));
        town.holds(robot.account(), town.clientRole("realm-management", "realm-admin"));
        // from the oldest event on a record tells
        town.login(robot, robot.secret()).ok();
        // who is there when the client acts must not stand in what is asked about later
        Thread.sleep(20);
        began = Instant.now();
        Thread.sleep(20);
        String token = town.login(robot, robot.secret()).ok().text("/access_token");
        town.login(robot, CANARY);
        made = makes(token, "clients", Map.of("clientId", "made", "secret", CANARY, "publicClient", false));
        town.as(token, "GET", "clients/" + made + "/client-secret", Map.of()).ok();
        town.as(token, "POST", "clients/" + made + "/client-secret", Map.of("value", CANARY))
                .ok();
        eve = makes(
                token,
                "users",
                Map.of("username", "eve", "credentials", List.of(Map.of("type", "password", "value", CANARY))));
        JsonNode role = town.clientRole("realm-management", "manage-users");
        town.as(
                        token,
                        "POST",
                        "users/" + eve + "/role-mappings/clients/"
                                + role.path("containerId").asText(),
                        List.of(Map.of("id", role.path("id").asText(), "name", "manage-users")))
                .ok();
        town.as(token, "PUT", "users/" + eve + "/reset-password", Map.of("type", "password", "value", CANARY))
                .ok();
        town.as(
                        token,
                        "POST",
                        "identity-provider/instances",
                        Map.of(
                                "alias", "elsewhere",
                                "providerId", "oidc",
                                "config",
                                        Map.of(
                                                "clientSecret", CANARY,
                                                "clientId", "x",
                                                "authorizationUrl", "https://idp.example/a",
                                                "tokenUrl", "https://idp.example/t")))
                .ok();
        town.as(token, "POST", "users/" + bob + "/impersonation", Map.of("user", bob))
                .ok();
        town.as(token, "DELETE", "clients/" + made, Map.of()).ok();
        keycloak.form("trail", "token", password()).ok();
        town.role("noise");
        connected = Connected.to(town);
    }

    private String makes(String token, String what, Map<String, ?> body) {
        town.as(token, "POST", what, body).ok();
        String query = what.equals("users") ? "users?exact=true&username=eve" : "clients?clientId=made";
        return town.get(query).path(0).path("id").asText();
    }

    private Map<String, String> password() {
        return Map.of(
                "grant_type", "password",
                "client_id", "robot",
                "client_secret", robot.secret(),
                "username", "bob",
                "password", Town.password("bob"));
    }

    @AfterAll
    void stop() {
        connected.close();
    }

    private Timeline of(EntityId who, Instant since) throws InterruptedException {
        return connected
                .connector()
                .deeds(connected.connection(), connected.secrets())
                .orElseThrow()
                .of(who, List.of(), since, Progress.SILENT);
    }

    private static List<String> lines(Timeline timeline) {
        return timeline.deeds().stream().map(KeycloakTimelineTest::line).toList();
    }

    private static String line(Deed deed) {
        return deed.kind() + " " + deed.target()
                + (deed.detail().isEmpty() ? "" : " (" + deed.detail() + ")")
                + (deed.by().isEmpty() ? "" : " by " + deed.by())
                + (deed.succeeded() ? "" : " failed");
    }

    @Test
    void aClientsDeedsAreToldInTheirOrderAndNoSecretIsAmongThem() throws InterruptedException {
        Timeline told = of(ids.client(robot.id()), began);

        assertThat(lines(told))
                .containsExactly(
                        "BECAME trail/CLIENT_LOGIN (client_credentials, client-secret)",
                        "BECAME trail/CLIENT_LOGIN (client_credentials, invalid_client_credentials) failed",
                        "CREATED trail/clients/" + made + " (made)",
                        "CREATED trail/clients/" + made + "/client-secret",
                        "CREATED trail/users/" + eve + " (eve)",
                        "CREATED trail/users/" + eve + "/role-mappings/clients/"
                                + town.find("realm-management").id() + " (manage-users)",
                        "CHANGED trail/users/" + eve + "/reset-password",
                        "CREATED trail/identity-provider/instances/elsewhere (elsewhere)",
                        "BECAME trail/IMPERSONATE " + bob,
                        "DELETED trail/clients/" + made + " (made)",
                        "BECAME trail/LOGIN bob (password, client-secret)");
        assertThat(told.deeds())
                .allSatisfy(deed -> assertThat(deed.from().address()).isEqualTo("127.0.0.1"));
        assertThat(told.callers()).singleElement().satisfies(caller -> {
            assertThat(caller.from().address()).isEqualTo("127.0.0.1");
            assertThat(caller.refused()).isEqualTo(1);
            assertThat(caller.succeeded()).isEqualTo(10);
        });
        assertThat(told.toString()).doesNotContain(CANARY).doesNotContain(robot.secret());
    }

    @Test
    void aPersonIsToldOfWithWhoBecameThem() throws InterruptedException {
        assertThat(lines(of(ids.user(bob), began)))
                .containsExactly(
                        "BECAME trail/IMPERSONATE by service-account-robot, as them",
                        "BECAME trail/LOGIN robot (password, client-secret)");
    }

    @Test
    void whatIsKeptForHowLongAndWhatIsNotIsSaid() throws InterruptedException {
        Timeline told = of(ids.client(robot.id()), began);

        assertThat(told.covers(began)).isTrue();
        assertThat(told.covers(began.minus(Duration.ofDays(30)))).isFalse();
        assertThat(told.gaps()).isEmpty();
        assertThat(told.caveats())
                .contains(
                        "what it looked at with the admin API, client secrets too, and what it was refused there is in"
                                + " no event",
                        "realm trail deletes admin events after 30 minutes",
                        "realm trail deletes login events after 10 days",
                        "realm trail keeps no events of these kinds: REFRESH_TOKEN, INTROSPECT_TOKEN,"
                                + " IDENTITY_PROVIDER_RETRIEVE_TOKEN, USER_INFO_REQUEST");
    }

    @Test
    void aRealmThatKeepsNoEventsSaysSoInsteadOfTellingOfNothing() throws InterruptedException {
        Town.Client silent = quiet.client("silent", Map.of("publicClient", false));
        try (Connected there = Connected.to(quiet)) {
            quiet.login(silent, silent.secret()).ok();
            Timeline told = there.connector()
                    .deeds(there.connection(), there.secrets())
                    .orElseThrow()
                    .of(
                            new Ids(Connected.SOURCE, "trail-quiet").client(silent.id()),
                            List.of(),
                            began,
                            Progress.SILENT);
            assertThat(told.deeds()).isEmpty();
            assertThat(told.from()).isEmpty();
            assertThat(told.gaps())
                    .contains(
                            "realm trail-quiet keeps no admin events: what was changed there is unknown",
                            "realm trail-quiet keeps no login events: who logged in there is unknown");
        }
    }

    @Test
    void whatASecretDidIsWhatItsClientDidAndThatIsSaid() throws InterruptedException {
        Timeline told = of(new CredentialName.ClientSecret("trail", robot.id(), 1).in(Connected.SOURCE), began);

        assertThat(told.deeds()).hasSize(11);
        assertThat(told.caveats()).anyMatch(gap -> gap.startsWith("events do not say which of a client's secrets"));
    }

    @Test
    void whatDoesNothingIsSaid() {
        assertThatThrownBy(() -> of(ids.group("g"), began))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("none of those whom events tell of");
    }
}
