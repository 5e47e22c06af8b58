package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.Jwt;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What each row of the revocability catalogue says, at the real server: accepted, acted, refused, acted again.
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakRevokingTest {
    private static final String REALM = "revoking";

    private Town town;
    private Connected connected;
    private Probe probe;
    private Revoker revoker;

    @BeforeAll
    void arrange(Keycloak keycloak) {
        town = Town.create(keycloak, REALM, Map.of());
        connected = Connected.to(town);
        probe = connected
                .connector()
                .probe(connected.connection(), connected.secrets())
                .orElseThrow();
        revoker = connected
                .connector()
                .revoker(connected.connection(), connected.secrets())
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        connected.close();
    }

    @Test
    void aRotatedSecretIsRefusedAndTheNewOneIsTaken() throws InterruptedException {
        Town.Client client = town.client("rotated", Map.of());
        CredentialId secret = secretOf(client);
        assertAccepted(secret, client.secret());

        assertDone(act("keycloak.rotate-secret", secret));

        assertRefused(secret, client.secret(), "has another secret");
        assertThat(probe.list(secret)).isInstanceOf(ListingEvidence.NotListed.class);
        Town.Client now = town.find("rotated");
        assertAccepted(secretOf(now), now.secret());
        assertThat(act("keycloak.rotate-secret", secret)).isInstanceOf(ActionOutcome.AlreadyDone.class);
        assertThat(town.find("rotated").secret()).isEqualTo(now.secret());
    }

    @Test
    void whereSecretsRotateWithAGraceTheOneBeforeEndsTooAndSoDoesTheRegistrationToken(Keycloak keycloak)
            throws InterruptedException {
        Town gracious = Town.create(keycloak, "revoking-grace", Map.of());
        Seed.rotation(gracious);
        try (Connected there = Connected.to(gracious)) {
            Town.Client client = gracious.client("graced", Map.of());
            String registration = gracious.post("clients/" + client.id() + "/registration-access-token", Map.of("x", 1))
                    .text("/registrationAccessToken");
            Probe asks =
                    there.connector().probe(there.connection(), there.secrets()).orElseThrow();
            Revoker acts = there.connector()
                    .revoker(there.connection(), there.secrets())
                    .orElseThrow();
            CredentialId secret = secretOf(gracious, client);
            assertThat(asks.attempt(secret, Secret.of(client.secret()))).isInstanceOf(ProbeOutcome.Accepted.class);
            Seed.rotate(gracious, client);
            assertThat(asks.attempt(secret, Secret.of(client.secret()))).isInstanceOf(ProbeOutcome.Accepted.class);
            assertThat(asks.list(secret))
                    .isInstanceOfSatisfying(
                            ListingEvidence.Listed.class,
                            listed -> assertThat(listed.detail()).contains("which this may be"));

            assertDone(acts.act(new Action("keycloak.rotate-secret", false), secret));

            assertThat(asks.attempt(secret, Secret.of(client.secret())))
                    .isInstanceOfSatisfying(
                            ProbeOutcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL));
            assertThat(acts.act(new Action("keycloak.rotate-secret", false), secret))
                    .isInstanceOf(ActionOutcome.AlreadyDone.class);

            Town.Client now = gracious.find("graced");
            assertDone(acts.act(new Action("keycloak.rotate-secret", false), secretOf(gracious, now)));
            assertThat(gracious.login(now, now.secret()).status()).isEqualTo(401);
            assertThat(keycloak.call(
                                    "GET",
                                    "/realms/revoking-grace/clients-registrations/default/graced",
                                    Map.of(),
                                    registration)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void aSecretReplacedWithinItsSecondMayBeEitherOfTheTwo(Keycloak keycloak) throws InterruptedException {
        Town hasty = Town.create(keycloak, "revoking-hasty", Map.of());
        Seed.rotation(hasty);
        try (Connected there = Connected.to(hasty)) {
            Probe asks =
                    there.connector().probe(there.connection(), there.secrets()).orElseThrow();
            Town.Client client = replacedWithinItsSecond(hasty);

            assertThat(asks.list(secretOf(hasty, client)))
                    .isInstanceOfSatisfying(
                            ListingEvidence.Listed.class,
                            listed -> assertThat(listed.detail()).contains("which this may be"));
        }
    }

    private static Town.Client replacedWithinItsSecond(Town town) throws InterruptedException {
        for (int attempt = 0; attempt < 20; attempt++) {
            Thread.sleep(1_000 - System.currentTimeMillis() % 1_000);
            Town.Client client = town.client("hasty-" + attempt, Map.of());
            Seed.rotate(town, client);
            JsonNode attributes = town.client(client).path("attributes");
            if (attributes.path("client.secret.creation.time").asLong()
                    == attributes.path("client.secret.rotated.creation.time").asLong()) {
                return client;
            }
        }
        throw new AssertionError("no secret was replaced within its second");
    }

    @Test
    void aRotatedSecretCanBeEndedByItself(Keycloak keycloak) throws InterruptedException {
        Town gracious = Town.create(keycloak, "revoking-old", Map.of());
        Seed.rotation(gracious);
        try (Connected there = Connected.to(gracious)) {
            Town.Client client = gracious.client("old", Map.of());
            Seed.rotate(gracious, client);
            JsonNode attributes = gracious.client(client).path("attributes");
            CredentialId rotated = new CredentialName.RotatedSecret(
                            gracious.realm(),
                            client.id(),
                            attributes
                                    .path("client.secret.rotated.creation.time")
                                    .asLong())
                    .in(Connected.SOURCE);
            Probe asks =
                    there.connector().probe(there.connection(), there.secrets()).orElseThrow();
            Revoker acts = there.connector()
                    .revoker(there.connection(), there.secrets())
                    .orElseThrow();
            assertThat(asks.belongs(rotated, Secret.of(client.secret()))).isTrue();
            assertThat(asks.attempt(rotated, Secret.of(client.secret()))).isInstanceOf(ProbeOutcome.Accepted.class);

            assertDone(acts.act(new Action("keycloak.end-rotated-secret", false), rotated));

            assertThat(asks.attempt(rotated, Secret.of(client.secret()))).isInstanceOf(ProbeOutcome.Refused.class);
            assertThat(acts.act(new Action("keycloak.end-rotated-secret", false), rotated))
                    .isInstanceOf(ActionOutcome.AlreadyDone.class);
            Town.Client now = gracious.find("old");
            assertThat(gracious.login(now, now.secret()).status()).isEqualTo(200);
        }
    }

    @Test
    void aDisabledClientsSecretAndTokensAreRefusedAndComeBackWithIt() throws InterruptedException {
        Town.Client client = town.client("disabled", Map.of());
        CredentialId secret = secretOf(client);
        String token = accessToken(client);
        assertAccepted(secret, client.secret());
        assertAccepted(idOf(client, token), token);

        ActionOutcome outcome = act("keycloak.disable-client", secret);

        assertDone(outcome);
        assertThat(outcome.detail()).contains("enabling the client would make its secret and those tokens valid again");
        assertRefused(secret, client.secret(), "the client is disabled");
        assertRefused(idOf(client, token), token, "Client disabled");
        assertThat(probe.list(secret))
                .isInstanceOfSatisfying(
                        ListingEvidence.Listed.class,
                        listed -> assertThat(listed.active()).isFalse());
        assertThat(act("keycloak.disable-client", secret)).isInstanceOf(ActionOutcome.AlreadyDone.class);

        town.put("clients/" + client.id(), Map.of("enabled", true));
        assertAccepted(secret, client.secret());
        assertAccepted(idOf(client, token), token);
    }

    @Test
    void enablingAgainLeavesOldTokensBehind() throws InterruptedException {
        Town.Client client = town.client("enabled", Map.of());
        CredentialId secret = secretOf(client);
        String token = accessToken(client);
        assertDone(act("keycloak.disable-client", secret));

        assertDone(act("keycloak.enable-client", secret));

        assertAccepted(secret, client.secret());
        assertRefused(idOf(client, token), token, "Token verification failed");
        assertThat(act("keycloak.enable-client", secret)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void aClientKeepsItsAuthorizationServices() throws InterruptedException {
        Town.Client client = town.client("authorizing", Map.of("authorizationServicesEnabled", true));
        String resources = "clients/" + client.id() + "/authz/resource-server/resource";
        town.post(resources, Map.of("name", "safe"));
        CredentialId secret = secretOf(client);

        for (String code : List.of("keycloak.not-before", "keycloak.disable-client", "keycloak.enable-client")) {
            assertDone(act(code, secret));
            assertThat(Town.texts(town.get(resources), "name")).as(code).contains("safe");
        }
    }

    @Test
    void whatWasIssuedBeforeIsNotTakenAfterANotBefore() throws InterruptedException {
        Town.Client client =
                town.client("before", Map.of("attributes", Map.of("client_credentials.use_refresh_token", "true")));
        CredentialId secret = secretOf(client);
        String token = accessToken(client);
        Answer offline =
                town.login(client, client.secret(), "scope", "offline_access").ok();
        CredentialId login = session(offline, true);
        assertAccepted(idOf(client, token), token);
        assertAccepted(login, json(client, offline));

        assertDone(act("keycloak.not-before", secret));

        assertRefused(idOf(client, token), token, "Token verification failed");
        assertRefused(login, json(client, offline), "Stale token");
        assertDone(act("keycloak.not-before", secret));
        assertDone(act("keycloak.rotate-secret", secret));
        act("keycloak.not-before", secret);
        assertThat(act("keycloak.not-before", secret)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void aLoginThatIsEndedRefreshesNothingAndItsAccessTokenIsRefused() throws InterruptedException {
        Town.Client client =
                town.client("login", Map.of("attributes", Map.of("client_credentials.use_refresh_token", "true")));
        Answer answer = town.login(client, client.secret(), "scope", "openid").ok();
        CredentialId login = session(answer, false);
        String access = answer.text("/access_token");
        assertThat(probe.belongs(login, Secret.of(answer.text("/refresh_token"))))
                .isTrue();
        assertThat(probe.list(login)).isInstanceOf(ListingEvidence.Listed.class);
        assertAccepted(login, json(client, answer));
        assertAccepted(login, access);

        assertDone(act("keycloak.end-session", login));

        assertRefused(login, json(client, answer), "Session not active");
        assertRefused(login, access, "user_session_not_found");
        assertThat(probe.list(login)).isInstanceOf(ListingEvidence.NotListed.class);
        assertThat(act("keycloak.end-session", login)).isInstanceOf(ActionOutcome.AlreadyDone.class);
        assertAccepted(secretOf(client), client.secret());
    }

    @Test
    void anOfflineTokenEndsWithItsLoginAndOutlivesARotation() throws InterruptedException {
        Town.Client client =
                town.client("offline", Map.of("attributes", Map.of("client_credentials.use_refresh_token", "true")));
        Answer answer =
                town.login(client, client.secret(), "scope", "offline_access").ok();
        CredentialId login = session(answer, true);
        assertAccepted(login, json(client, answer));
        assertDone(act("keycloak.rotate-secret", secretOf(client)));
        Town.Client now = town.find("offline");
        assertAccepted(login, json(now, answer));

        assertDone(act("keycloak.end-session", login));

        assertRefused(login, json(now, answer), "Offline user session not found");
        assertThat(act("keycloak.end-session", login)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void anInitialAccessTokenRegistersNothingOnceItIsDeleted(Keycloak keycloak) throws InterruptedException {
        Answer made = town.post("clients-initial-access", Map.of("count", 5, "expiration", 600));
        CredentialId initial = new CredentialName.InitialAccess(REALM, made.text("/id")).in(Connected.SOURCE);
        assertThat(probe.belongs(initial, Secret.of(made.text("/token")))).isTrue();
        assertThat(register(keycloak, made.text("/token"))).isEqualTo(201);

        assertDone(act("keycloak.delete-initial-access", initial));

        assertThat(register(keycloak, made.text("/token"))).isEqualTo(401);
        assertThat(probe.list(initial)).isInstanceOf(ListingEvidence.NotListed.class);
        assertThat(act("keycloak.delete-initial-access", initial)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    private static int register(Keycloak keycloak, String token) {
        return keycloak.call(
                        "POST",
                        "/realms/" + REALM + "/clients-registrations/openid-connect",
                        Map.of("redirect_uris", List.of("https://self.example/cb")),
                        token)
                .status();
    }

    @Test
    void aRegistrationTokenIsReplacedEachTime(Keycloak keycloak) throws InterruptedException {
        Town.Client client = town.client("registered", Map.of());
        String token = town.post("clients/" + client.id() + "/registration-access-token", Map.of("x", 1))
                .text("/registrationAccessToken");
        CredentialId name = new CredentialName.RegistrationToken(REALM, client.id()).in(Connected.SOURCE);

        assertDone(act("keycloak.rotate-registration-token", name));

        assertThat(keycloak.call(
                                "GET",
                                "/realms/" + REALM + "/clients-registrations/default/registered",
                                Map.of(),
                                token)
                        .status())
                .isEqualTo(401);
        assertDone(act("keycloak.rotate-registration-token", name));
    }

    @Test
    void aDeletedClientIsGone() throws InterruptedException {
        Town.Client client = town.client("deleted", Map.of());
        CredentialId secret = secretOf(client);
        String token = accessToken(client);
        assertAccepted(secret, client.secret());

        assertDone(act("keycloak.delete-client", secret));

        assertRefused(
                secret,
                "{\"clientId\":\"deleted\",\"clientSecret\":\"%s\"}".formatted(client.secret()),
                "the client is gone");
        assertRefused(idOf(client, token), token, "");
        assertThat(probe.list(secret)).isInstanceOf(ListingEvidence.NotListed.class);
        assertThat(act("keycloak.delete-client", secret)).isInstanceOf(ActionOutcome.AlreadyDone.class);
    }

    @Test
    void aClientWhoseSecretWasReplacedSinceIsLeftAlone() throws InterruptedException {
        Town.Client client = town.client("replaced", Map.of());
        CredentialId old = new CredentialName.ClientSecret(REALM, client.id(), 1_600_000_000).in(Connected.SOURCE);
        assertThat(act("keycloak.disable-client", old)).isInstanceOf(ActionOutcome.AlreadyDone.class);
        assertThat(act("keycloak.rotate-secret", old)).isInstanceOf(ActionOutcome.AlreadyDone.class);
        assertThat(act("keycloak.delete-client", old)).isInstanceOf(ActionOutcome.AlreadyDone.class);
        assertAccepted(secretOf(client), client.secret());
    }

    @Test
    void whatDoesNotFitIsRefusedWithoutBeingAsked() throws InterruptedException {
        Town.Client client = town.client("unfit", Map.of());
        assertThat(act("keycloak.end-session", secretOf(client))).isInstanceOf(ActionOutcome.Refused.class);
        assertThat(act("keycloak.disable-client", Connected.credential("session/" + REALM + "/x")))
                .isInstanceOf(ActionOutcome.Refused.class);
        assertThat(act("keycloak.disable-client", Connected.credential("client/" + REALM + "/" + client.id())))
                .isInstanceOf(ActionOutcome.Refused.class);
    }

    @Test
    void whoMayOnlyReadIsRefused() throws InterruptedException {
        Town.Client client = town.client("reader-acts", Map.of());
        try (Connected reader = new Connected(
                town.keycloak().address(),
                dev.curfew.connector.http.HttpSettings.DEFAULTS,
                connected
                        .secrets()
                        .get(connected.connection().readSecret())
                        .orElseThrow()
                        .reveal(),
                connected
                        .secrets()
                        .get(connected.connection().readSecret())
                        .orElseThrow()
                        .reveal())) {
            Revoker acts = reader.connector()
                    .revoker(reader.connection(), reader.secrets())
                    .orElseThrow();
            for (String code : List.of(
                    "keycloak.disable-client",
                    "keycloak.rotate-secret",
                    "keycloak.not-before",
                    "keycloak.delete-client")) {
                assertThat(acts.act(new Action(code, false), secretOf(client)))
                        .as(code)
                        .isInstanceOfSatisfying(
                                ActionOutcome.Refused.class,
                                refused -> assertThat(refused.detail()).contains("act-policy.json"));
            }
        }
        assertAccepted(secretOf(client), client.secret());
    }

    private ActionOutcome act(String code, CredentialId credential) throws InterruptedException {
        return revoker.act(new Action(code, false), credential);
    }

    private static void assertDone(ActionOutcome outcome) {
        assertThat(outcome).isInstanceOf(ActionOutcome.Done.class);
    }

    private void assertAccepted(CredentialId credential, String value) throws InterruptedException {
        assertThat(probe.attempt(credential, Secret.of(value))).isInstanceOf(ProbeOutcome.Accepted.class);
    }

    private void assertRefused(CredentialId credential, String value, String words) throws InterruptedException {
        assertThat(probe.attempt(credential, Secret.of(value)))
                .isInstanceOfSatisfying(ProbeOutcome.Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL);
                    assertThat(refused.detail()).contains(words);
                });
    }

    private CredentialId secretOf(Town.Client client) {
        return secretOf(town, client);
    }

    static CredentialId secretOf(Town town, Town.Client client) {
        long madeAt = town.client(client)
                .path("attributes")
                .path("client.secret.creation.time")
                .asLong();
        return new CredentialName.ClientSecret(town.realm(), client.id(), madeAt).in(Connected.SOURCE);
    }

    /// With the scope that lets it be tried.
    private String accessToken(Town.Client client) {
        return town.login(client, client.secret(), "scope", "openid").ok().text("/access_token");
    }

    private static CredentialId idOf(Town.Client client, String token) {
        String id = Jwt.claims(token).orElseThrow().path("jti").asText();
        return new CredentialName.AccessToken(REALM, client.id(), id).in(Connected.SOURCE);
    }

    private static CredentialId session(Answer login, boolean offline) {
        return new CredentialName.Session(REALM, login.text("/session_state"), offline).in(Connected.SOURCE);
    }

    private static String json(Town.Client client, Answer login) {
        return "{\"clientId\":\"%s\",\"clientSecret\":\"%s\",\"refreshToken\":\"%s\"}"
                .formatted(client.clientId(), client.secret(), login.text("/refresh_token"));
    }
}
