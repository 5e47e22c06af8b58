package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakReadingTest {
    private static final String REALM = "reading";

    private Seed seed;
    private Connected connected;
    private Observation observation;

    @BeforeAll
    void arrange(Keycloak keycloak) throws InterruptedException {
        seed = Seed.plant(keycloak, REALM);
        connected = Connected.to(seed.town());
        observation = connected.observe();
    }

    @AfterAll
    void stop() {
        connected.close();
    }

    @Test
    void theShippedReadingPolicyIsEnoughForEveryScope() {
        assertThat(observation.coverage())
                .extracting(Coverage::scope, Coverage::state)
                .containsExactly(
                        read("realms"),
                        read("clients"),
                        read("roles"),
                        read("role-mappings"),
                        read("groups"),
                        read("people"),
                        read("sessions"),
                        read("offline-sessions"),
                        read("identity-providers"),
                        read("initial-access"),
                        read("login-events"));
    }

    private static org.assertj.core.groups.Tuple read(String scope) {
        return org.assertj.core.groups.Tuple.tuple(scope, CoverageState.READ);
    }

    @Test
    void aClientIsReadWithOwnerFlowsAudienceAndTheLifeOfItsTokens() {
        Identity worker = fact(Identity.class, client(seed.worker()));
        assertThat(worker.kind()).isEqualTo("keycloak.client");
        assertThat(worker.name()).isEqualTo("worker");
        assertThat(worker.createdAt()).isNotNull();
        assertThat(worker.tags())
                .containsEntry("flows", "service-account")
                .containsEntry("audiences", "orders")
                .containsEntry("access-token-lifespan", "PT1M30S")
                .containsEntry("full-scope", "false")
                .containsEntry("refresh-tokens", "true")
                .containsEntry("sessions", "1")
                .containsEntry("offline-sessions", "1");
        assertThat(worker.usage())
                .isInstanceOfSatisfying(
                        Usage.Seen.class, seen -> assertThat(seen.by()).isEqualTo("CLIENT_LOGIN from 127.0.0.1"));
        Identity orders = fact(Identity.class, client(seed.orders()));
        assertThat(orders.ownership()).isEqualTo(new Ownership.Owned("team-orders", "attribute owner"));
        assertThat(orders.tags()).containsEntry("access-token-lifespan", "PT2M");
        assertThat(orders.usage()).isInstanceOf(Usage.NoneSeen.class);
    }

    @Test
    void aSecretThatWasRotatedIsThereTwiceWithItsEnds() {
        assertThat(credentials("keycloak.client-secret", seed.orders()))
                .singleElement()
                .satisfies(secret -> {
                    assertThat(secret.createdAt()).isNotNull();
                    assertThat(secret.expiry()).isInstanceOf(Expiry.At.class);
                });
        assertThat(credentials("keycloak.rotated-secret", seed.orders()))
                .singleElement()
                .satisfies(secret -> assertThat(secret.expiry()).isInstanceOf(Expiry.At.class));
    }

    @Test
    void clientsThatProveThemselvesWithoutASecretHaveKeysInstead() {
        assertThat(all(Credential.class))
                .filteredOn(credential -> credential.kind().equals("keycloak.client-key"))
                .extracting(Credential::name, key -> key.attributes().get("form"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("signer", "certificate"),
                        org.assertj.core.groups.Tuple.tuple("shower", "certificate-subject"));
        assertThat(all(Trust.class))
                .filteredOn(trust -> trust.mechanism().equals("keycloak.federated-login"))
                .singleElement()
                .satisfies(trust -> assertThat(
                                fact(Policy.class, trust.document().nativeId()).text())
                        .contains("identity-provider/reading/partner", "system:serviceaccount:a:b"));
    }

    @Test
    void aRoleSaysWhatItMeansWithAllOfItsParts() {
        assertThat(fact(Policy.class, "role/reading/chief").text())
                .contains("applications/reading", "application/reading/orders", "client-role/reading/orders/write");
        assertThat(fact(Policy.class, "client-role/reading/realm-management/view-clients")
                        .text())
                .contains("\"level\":\"become\",\"on\":\"any-client/reading\"");
        assertThat(fact(Policy.class, "client-role/reading/realm-management/realm-admin")
                        .text())
                .contains("\"level\":\"administer\",\"on\":\"realm/reading\"");
    }

    @Test
    void onlyPeopleWithPowerAreRead() {
        assertThat(all(Identity.class))
                .filteredOn(identity -> identity.kind().equals("keycloak.user"))
                .extracting(Identity::name)
                .containsExactlyInAnyOrder("boss", "nina");
    }

    @Test
    void sessionsOfServiceAccountsAreCredentialsWithAddressAndUse() {
        Credential offline = fact(Credential.class, "offline-session/reading/" + seed.offlineSession());
        assertThat(offline.holder())
                .isEqualTo(fact(Identity.class, client(seed.worker())).id());
        assertThat(offline.attributes())
                .containsEntry("address", "127.0.0.1")
                .containsEntry("user", "service-account-worker");
        assertThat(offline.usage()).isInstanceOf(Usage.Seen.class);
        assertThat(all(Credential.class))
                .filteredOn(credential -> credential.kind().equals("keycloak.session"))
                .hasSize(1);
    }

    @Test
    void registrationAndItsTokensAreRead() {
        assertThat(fact(Credential.class, "initial-access/reading/" + seed.initialAccess())
                        .attributes())
                .containsEntry("registrations-left", "2");
        assertThat(all(Credential.class))
                .filteredOn(credential -> credential.kind().equals("keycloak.registration-token"))
                .hasSize(1);
    }

    @Test
    void curfewsOwnClientsAreMarked() {
        assertThat(all(Identity.class))
                .filteredOn(identity -> identity.tags().containsKey("curfew:own"))
                .extracting(Identity::name)
                .containsExactlyInAnyOrder(Connected.READER, Connected.ACTOR);
    }

    @Test
    void noSecretIsInAnyFact() {
        assertThat(seed.canaries()).hasSizeGreaterThan(15);
        String facts = observation.toString();
        assertThat(seed.canaries()).noneMatch(facts::contains);
    }

    @Test
    void aSecondReadingOfAnUnchangedRealmIsTheSame() throws InterruptedException {
        assertThat(keyed(connected.observe())).isEqualTo(keyed(observation));
    }

    private static String client(Town.Client client) {
        return "client/" + REALM + "/" + client.id();
    }

    private List<Credential> credentials(String kind, Town.Client holder) {
        return all(Credential.class).stream()
                .filter(it -> it.kind().equals(kind))
                .filter(it -> it.holder() != null && it.holder().nativeId().equals(client(holder)))
                .toList();
    }

    private <F extends Fact> F fact(Class<F> type, String key) {
        return all(type).stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key));
    }

    private <F extends Fact> List<F> all(Class<F> type) {
        return observation.facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Map<String, Fact> keyed(Observation observation) {
        return observation.facts().stream()
                .collect(Collectors.toMap(
                        fact -> fact.getClass().getSimpleName() + " " + fact.key(), Function.identity()));
    }

    @Test
    void ofAClientThatDoesNotNameAllItsRolesOnlyThoseCountThatItNames() {
        assertThat(grantsOf(client(seed.worker())))
                .containsExactlyInAnyOrder("client-role/reading/orders/read", "role/reading/offline_access");
        assertThat(fact(Identity.class, client(seed.worker())).tags())
                .containsEntry("roles-in-vain", "role/reading/chief,role/reading/default-roles-reading");
        assertThat(grantsOf(client(seed.orders()))).containsExactly("role/reading/default-roles-reading");
    }

    private List<String> grantsOf(String subject) {
        return all(Grant.class).stream()
                .filter(grant -> grant.subject().nativeId().equals(subject))
                .map(grant -> grant.policy().nativeId())
                .toList();
    }
}
