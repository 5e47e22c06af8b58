package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakIssuingTest {
    private static final String REALM = "issuing";
    private static final Receipt RECEIPT = new Receipt("ab".repeat(32), 7, "bo", Instant.EPOCH);

    private Town town;
    private Connected connected;
    private Issuer issuer;
    private Probe probe;

    @BeforeAll
    void arrange(Keycloak keycloak) {
        town = Town.create(keycloak, REALM, Map.of());
        Town.Client orders = town.client("orders/eu", Map.of());
        town.clientRole(orders, "write");
        town.role("clerk");
        town.part(town.realmRole("clerk"), town.get("clients/" + orders.id() + "/roles/write"));
        connected = Connected.to(town);
        issuer = connected
                .connector()
                .issuer(connected.connection(), connected.secrets())
                .orElseThrow();
        probe = connected
                .connector()
                .probe(connected.connection(), connected.secrets())
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        connected.close();
    }

    /// What the answer says beside it, `expires_in`, is a second less where one passed since.
    private static JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        return Town.tree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }

    private static Issuer.Order order(String policy, Duration duration, String label) {
        return new Issuer.Order(new PolicyId(Connected.SOURCE, policy), duration, label);
    }

    @Test
    void theClientHoldsOneRoleAndKeycloakEndsItWithItsTokens() throws InterruptedException {
        Issuer.Issued issued = issuer.issue(RECEIPT, order("role/issuing/clerk", Duration.ofSeconds(16), "curfew-r1"));

        assertThat(issued.enforcement().byTarget()).isTrue();
        assertThat(issued.enforcement().by()).isEqualTo("Keycloak");
        assertThat(Duration.between(issued.issuedAt(), issued.endsAt())).isEqualTo(Duration.ofSeconds(16));
        assertThat(probe.belongs(issued.id(), issued.value())).isTrue();
        assertThat(probe.attempt(issued.id(), issued.value())).isInstanceOf(ProbeOutcome.Accepted.class);
        JsonNode value = Town.tree(issued.value().reveal());
        Town.Client client = town.find("curfew-r1");
        assertThat(value.path("clientId").asText()).isEqualTo("curfew-r1");
        JsonNode mappings = town.get("users/" + client.account() + "/role-mappings");
        assertThat(Town.texts(mappings.path("realmMappings"), "name")).containsExactly("clerk");
        assertThat(mappings.has("clientMappings")).isFalse();
        assertThat(town.login(client, client.secret(), "scope", "offline_access")
                        .status())
                .as("no login may outlive the secret")
                .isEqualTo(400);
        JsonNode claims = claims(town.login(client, client.secret()).ok().text("/access_token"));
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(4);

        while (Instant.now().isBefore(issued.endsAt().minusSeconds(2))) {
            Thread.sleep(200);
        }
        assertThat(probe.attempt(issued.id(), issued.value()))
                .isInstanceOfSatisfying(
                        ProbeOutcome.Refused.class,
                        refused -> assertThat(refused.detail()).contains("time is over"));
    }

    @Test
    void whatWasIssuedIsReadAsSuchAndItsEndIsItsDeletion() throws InterruptedException {
        Issuer.Issued issued = issuer.issue(
                RECEIPT, order("client-role/issuing/orders%2Feu/write", Duration.ofMinutes(10), "curfew-r2"));
        Observation observation = connected.observe();
        assertThat(all(observation, Credential.class))
                .filteredOn(credential -> credential.id().equals(issued.id()))
                .singleElement()
                .satisfies(credential -> {
                    assertThat(credential.name()).isEqualTo("curfew-r2");
                    assertThat(credential.attributes()).containsEntry("curfew:issued", "true");
                    assertThat(credential.expiry())
                            .isEqualTo(new Expiry.At(issued.endsAt().minusSeconds(60)));
                });
        assertThat(observation.coverage())
                .filteredOn(
                        coverage -> coverage.scope().equals(issuer.listedIn().orElseThrow()))
                .singleElement()
                .satisfies(coverage -> assertThat(coverage.provesAbsence()).isTrue());
        assertThat(all(observation, Grant.class))
                .filteredOn(grant -> grant.subject()
                        .nativeId()
                        .startsWith("client/issuing/" + town.find("curfew-r2").id()))
                .extracting(grant -> grant.policy().nativeId())
                .containsExactly("client-role/issuing/orders%2Feu/write");

        Revoker revoker = connected
                .connector()
                .revoker(connected.connection(), connected.secrets())
                .orElseThrow();
        assertThat(revoker.act(new Action("keycloak.delete-client", false), issued.id()))
                .isInstanceOf(ActionOutcome.Done.class);
        assertThat(probe.attempt(issued.id(), issued.value())).isInstanceOf(ProbeOutcome.Refused.class);
        assertThat(town.get("clients?clientId=curfew-r2")).isEmpty();
    }

    @Test
    void theTextOfARoleIsTheOneThatWasRead() throws InterruptedException {
        Observation observation = connected.observe();
        List<Policy> roles = all(observation, Policy.class).stream()
                .filter(policy -> policy.id().nativeId().contains("role/"))
                .toList();
        assertThat(roles).hasSizeGreaterThan(20);
        for (Policy role : roles) {
            assertThat(issuer.currentPolicyText(role.id()))
                    .as(role.id().nativeId())
                    .isEqualTo(role.text());
        }
    }

    @Test
    void aRoleThatTheActingClientMayNotGiveLeavesNothingBehind() {
        SourceException refused = catchThrowableOfType(
                SourceException.class,
                () -> issuer.issue(
                        RECEIPT,
                        order("client-role/issuing/realm-management/realm-admin", Duration.ofMinutes(5), "curfew-r3")));
        assertThat(refused.kind()).isEqualTo(SourceException.Kind.REFUSED);
        assertThat(refused).hasMessageContaining("power over the realm").hasMessageContaining("deleted again");
        assertThat(town.get("clients?clientId=curfew-r3")).isEmpty();
    }

    @Test
    void aClientOfThatNameIsNotTakenOver() {
        Town.Client there = town.client("curfew-r4", Map.of());
        SourceException refused = catchThrowableOfType(
                SourceException.class,
                () -> issuer.issue(RECEIPT, order("role/issuing/clerk", Duration.ofMinutes(5), "curfew-r4")));
        assertThat(refused).hasMessageContaining("409");
        assertThat(town.login(there, there.secret()).status()).isEqualTo(200);
    }

    @Test
    void aRoleThatIsNotThereIsRefusedBeforeAnythingIsMade() {
        assertThat(catchThrowableOfType(
                        SourceException.class,
                        () -> issuer.issue(RECEIPT, order("role/issuing/nobody", Duration.ofMinutes(5), "curfew-r5"))))
                .hasMessageContaining("nobody could not be read");
        assertThat(town.get("clients?clientId=curfew-r5")).isEmpty();
    }

    /// What a later change of the client does to the end, which the enforcement's words warn of.
    @Test
    void anAdministratorsChangeTakesTheEndAway() throws InterruptedException {
        issuer.issue(RECEIPT, order("role/issuing/clerk", Duration.ofMinutes(5), "curfew-r6"));
        Town.Client client = town.find("curfew-r6");
        assertThat(town.client(client).path("attributes").has("client.secret.expiration.time"))
                .isTrue();
        town.put("clients/" + client.id(), Map.of("description", "touched"));
        assertThat(town.client(client).path("attributes").has("client.secret.expiration.time"))
                .isFalse();
    }

    private static <F> List<F> all(Observation observation, Class<F> type) {
        List<F> all = new ArrayList<>();
        observation.facts().stream().filter(type::isInstance).map(type::cast).forEach(all::add);
        return all;
    }
}
