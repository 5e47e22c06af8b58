package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.connector.Moments;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.keycloak.api.Jwt;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakProbingTest {
    private static final String REALM = "probing";

    private Town town;
    private Connected connected;
    private Probe probe;
    private Town.Client client;
    private CredentialId secret;

    @BeforeAll
    void arrange(Keycloak keycloak) {
        town = Town.create(keycloak, REALM, Map.of());
        connected = Connected.to(town);
        probe = connected
                .connector()
                .probe(connected.connection(), connected.secrets())
                .orElseThrow();
        client = town.client("app", Map.of());
        secret = KeycloakRevokingTest.secretOf(town, client);
    }

    @AfterAll
    void stop() {
        connected.close();
    }

    @Test
    void itsClockIsReadThoughItSendsNoDate() throws InterruptedException {
        Moments.assertIsOurs(connected
                .connector()
                .clock(connected.connection(), connected.secrets())
                .orElseThrow());
    }

    @Test
    void aSecretIsTakenAloneAndInAllItsTexts() throws InterruptedException {
        for (String text : List.of(
                client.secret(),
                " " + client.secret() + "\n",
                "{\"clientSecret\":\"%s\"}".formatted(client.secret()),
                "{\"clientId\":\"app\",\"clientSecret\":\"%s\"}".formatted(client.secret()))) {
            assertThat(probe.attempt(secret, Secret.of(text))).isInstanceOf(ProbeOutcome.Accepted.class);
            assertThat(probe.belongs(secret, Secret.of(text))).isTrue();
        }
    }

    @Test
    void aSecretOfSomebodyElseIsRefusedAndDoesNotBelong() throws InterruptedException {
        Town.Client other = town.client("other", Map.of());
        assertThat(refusal(secret, other.secret())).isEqualTo(RefusalClass.INVALID_CREDENTIAL);
        assertThat(probe.belongs(secret, Secret.of(other.secret()))).isFalse();
        assertThat(probe.belongs(
                        secret,
                        Secret.of("{\"clientId\":\"other\",\"clientSecret\":\"%s\"}".formatted(client.secret()))))
                .isFalse();
        CredentialId older = new CredentialName.ClientSecret(REALM, client.id(), 7).in(Connected.SOURCE);
        assertThat(probe.belongs(older, Secret.of(client.secret()))).isFalse();
    }

    @Test
    void aClientWithoutAServiceAccountIsTriedByAskingAboutNothing() throws InterruptedException {
        Town.Client login = town.client("login-only", Map.of("serviceAccountsEnabled", false));
        CredentialId id = KeycloakRevokingTest.secretOf(town, login);
        assertThat(probe.attempt(id, Secret.of(login.secret()))).isInstanceOf(ProbeOutcome.Accepted.class);
        assertThat(refusal(id, "wrong")).isEqualTo(RefusalClass.INVALID_CREDENTIAL);
    }

    @Test
    void aSecretWhoseTimeIsOverIsToldFromAWrongOne() throws InterruptedException {
        Town.Client ending = town.client(
                "ending",
                Map.of(
                        "attributes",
                        Map.of(
                                "client.secret.expiration.time",
                                String.valueOf(Instant.now().getEpochSecond() + 1))));
        CredentialId id = KeycloakRevokingTest.secretOf(town, ending);
        Thread.sleep(2500);
        assertThat(probe.attempt(id, Secret.of(ending.secret())))
                .isInstanceOfSatisfying(ProbeOutcome.Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(RefusalClass.INVALID_CREDENTIAL);
                    assertThat(refused.detail()).contains("time is over");
                });
    }

    @Test
    void aTokenWithoutTheScopeOpenidProvesNothing() throws InterruptedException {
        String token = town.login(client, client.secret()).ok().text("/access_token");
        assertThat(probe.attempt(idOf(token), Secret.of(token))).isInstanceOf(ProbeOutcome.Indeterminate.class);
    }

    /// The trap that introspection is: the token is good, and said to be inactive, for it was made for somebody else.
    @Test
    void introspectionsNoIsNeverCounted() throws InterruptedException {
        String token = town.login(client, client.secret()).ok().text("/access_token");
        Town.Client reader = town.find(Connected.READER);
        Answer inactive = town.keycloak()
                .form(
                        REALM,
                        "token/introspect",
                        Map.of("token", token, "client_id", reader.clientId(), "client_secret", reader.secret()));
        assertThat(inactive.text("/active")).isEqualTo("false");
        assertThat(probe.attempt(idOf(token), Secret.of(token))).isInstanceOf(ProbeOutcome.Indeterminate.class);
    }

    @Test
    void introspectionsYesIs() throws InterruptedException {
        Town.Client addressed = town.client(
                "addressed",
                Map.of(
                        "protocolMappers",
                        List.of(Map.of(
                                "name",
                                "to-curfew",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-audience-mapper",
                                "config",
                                Map.of(
                                        "included.client.audience",
                                        Connected.READER,
                                        "access.token.claim",
                                        "true",
                                        "introspection.token.claim",
                                        "true")))));
        String token = town.login(addressed, addressed.secret()).ok().text("/access_token");
        assertThat(probe.attempt(idOf(token), Secret.of(token))).isInstanceOf(ProbeOutcome.Accepted.class);
        town.put("clients/" + addressed.id(), Map.of("enabled", false));
        assertThat(probe.attempt(idOf(token), Secret.of(token))).isInstanceOf(ProbeOutcome.Indeterminate.class);
    }

    @Test
    void aRefreshTokenWithoutItsClientsSecretProvesNothing() throws InterruptedException {
        Town.Client keeper =
                town.client("keeper", Map.of("attributes", Map.of("client_credentials.use_refresh_token", "true")));
        Answer login =
                town.login(keeper, keeper.secret(), "scope", "offline_access").ok();
        CredentialId session =
                new CredentialName.Session(REALM, login.text("/session_state"), true).in(Connected.SOURCE);
        assertThat(probe.attempt(session, Secret.of(login.text("/refresh_token"))))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Indeterminate.class,
                        outcome -> assertThat(outcome.detail()).contains("says nothing of the token"));
    }

    @Test
    void aTokenWhoseOwnTimeIsOverProvesNothingElse() throws InterruptedException {
        Town.Client brief = town.client("brief", Map.of("attributes", Map.of("access.token.lifespan", "1")));
        String token = town.login(brief, brief.secret(), "scope", "openid").ok().text("/access_token");
        Thread.sleep(2500);
        assertThat(refusal(idOf(token), token)).isEqualTo(RefusalClass.CLOCK);
    }

    @Test
    void whatWouldBeSpentByTryingIsNotTried() throws InterruptedException {
        Answer made = town.post("clients-initial-access", Map.of("count", 1, "expiration", 600));
        CredentialId initial = new CredentialName.InitialAccess(REALM, made.text("/id")).in(Connected.SOURCE);
        assertThat(probe.attempt(initial, Secret.of(made.text("/token"))))
                .isInstanceOf(ProbeOutcome.Indeterminate.class);
        assertThat(probe.list(initial))
                .isInstanceOfSatisfying(
                        ListingEvidence.Listed.class,
                        listed -> assertThat(listed.active()).isTrue());
        assertThat(probe.attempt(
                        new CredentialName.ClientKey(REALM, client.id(), "k").in(Connected.SOURCE), Secret.of("key")))
                .isInstanceOf(ProbeOutcome.Indeterminate.class);
    }

    @Test
    void aServerThatIsNotThereIsNeitherARefusalNorAnAbsence() throws InterruptedException {
        try (Connected nowhere = new Connected(
                URI.create("http://127.0.0.1:9"),
                HttpSettings.DEFAULTS,
                "{\"clientId\":\"a\",\"clientSecret\":\"b\"}",
                "")) {
            Probe lost = nowhere.connector()
                    .probe(nowhere.connection(), nowhere.secrets())
                    .orElseThrow();
            String text = "{\"clientId\":\"app\",\"clientSecret\":\"x\"}";
            assertThat(lost.attempt(secret, Secret.of(text))).isInstanceOf(ProbeOutcome.Indeterminate.class);
            assertThat(lost.list(secret)).isInstanceOf(ListingEvidence.Unreadable.class);
            assertThat(catchThrowableOfType(SourceException.class, () -> lost.belongs(secret, Secret.of("x"))))
                    .returns(SourceException.Kind.UNREACHABLE, SourceException::kind);
        }
    }

    private @Nullable RefusalClass refusal(CredentialId id, String value) throws InterruptedException {
        return probe.attempt(id, Secret.of(value)) instanceof ProbeOutcome.Refused refused ? refused.refusal() : null;
    }

    private CredentialId idOf(String token) {
        String id = Jwt.claims(token).orElseThrow().path("jti").asText();
        return new CredentialName.AccessToken(REALM, client.id(), id).in(Connected.SOURCE);
    }
}
