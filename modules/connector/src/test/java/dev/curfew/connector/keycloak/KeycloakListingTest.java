package dev.curfew.connector.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.observation.Observation;
import dev.curfew.testbed.keycloak.Kcadm;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What was read against what Keycloak's own client lists: no more, no less. Curfew's clients are in `master` here.
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakListingTest {
    private static final String REALM = "listing";

    private Seed seed;
    private Kcadm kcadm;
    private Observation observation;

    @BeforeAll
    void arrange(Keycloak keycloak) throws InterruptedException {
        seed = Seed.plant(keycloak, REALM);
        kcadm = keycloak.kcadm();
        try (Connected connected = Connected.fromMaster(seed.town())) {
            observation = connected.observe();
        }
    }

    @Test
    void theSameClients() {
        assertThat(identities("keycloak.client", "keycloak.built-in-client"))
                .isEqualTo(listed(
                        "clients",
                        client -> "client/listing/" + client.path("id").asText()));
    }

    @Test
    void theSameRolesOfTheRealmAndOfEveryClient() {
        Set<String> expected =
                listed("roles", role -> "role/listing/" + role.path("name").asText());
        for (JsonNode client : kcadm.get(REALM, "clients")) {
            String clientId = client.path("clientId").asText();
            for (JsonNode role : kcadm.get(REALM, "clients/" + client.path("id").asText() + "/roles")) {
                expected.add("client-role/listing/" + clientId + "/"
                        + role.path("name").asText());
            }
        }
        Set<String> read = facts(Policy.class, policy -> policy.key().contains("role/") ? policy.key() : "");
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void theSameRolesHeldByEveryServiceAccount() {
        for (JsonNode client : kcadm.get(REALM, "clients")) {
            if (client.path("serviceAccountsEnabled").asBoolean()) {
                String id = client.path("id").asText();
                String user = kcadm.get(REALM, "clients/" + id + "/service-account-user")
                        .path("id")
                        .asText();
                JsonNode mappings = kcadm.get(REALM, "users/" + user + "/role-mappings");
                Set<String> expected = new TreeSet<>();
                mappings.path("realmMappings")
                        .forEach(role ->
                                expected.add("role/listing/" + role.path("name").asText()));
                mappings.path("clientMappings")
                        .properties()
                        .forEach(holder -> holder.getValue()
                                .path("mappings")
                                .forEach(role -> expected.add("client-role/listing/" + holder.getKey() + "/"
                                        + role.path("name").asText())));
                assertThat(held("client/listing/" + id))
                        .as(client.path("clientId").asText())
                        .containsAll(expected);
                boolean isLimited = !client.path("fullScopeAllowed").asBoolean();
                assertThat(isLimited || held("client/listing/" + id).equals(expected))
                        .isTrue();
            }
        }
    }

    /// Granted, or held in vain.
    private Set<String> held(String client) {
        Set<String> held = new TreeSet<>();
        observation.facts().forEach(fact -> {
            if (fact instanceof Grant grant && grant.subject().nativeId().equals(client)) {
                held.add(grant.policy().nativeId());
            }
            if (fact instanceof Identity identity && identity.key().equals(client)) {
                String inVain = identity.tags().getOrDefault("roles-in-vain", "");
                held.addAll(inVain.isEmpty() ? Set.of() : Set.of(inVain.split(",")));
            }
        });
        return held;
    }

    @Test
    void theSameGroupsOutsideLoginsAndInitialAccessTokens() {
        Set<String> groups = new TreeSet<>();
        for (JsonNode group : kcadm.get(REALM, "groups")) {
            groups.add("group/listing/" + group.path("id").asText());
            for (JsonNode below : kcadm.get(REALM, "groups/" + group.path("id").asText() + "/children")) {
                groups.add("group/listing/" + below.path("id").asText());
            }
        }
        assertThat(identities("keycloak.group")).isEqualTo(groups);
        assertThat(identities("keycloak.identity-provider"))
                .isEqualTo(listed(
                        "identity-provider/instances",
                        provider -> "identity-provider/listing/"
                                + provider.path("alias").asText()));
        assertThat(credentials("keycloak.initial-access-token"))
                .isEqualTo(listed(
                        "clients-initial-access",
                        token -> "initial-access/listing/" + token.path("id").asText()));
    }

    @Test
    void theSameOfflineSessionsAndSecrets() {
        Set<String> sessions = new TreeSet<>();
        Set<String> secrets = new TreeSet<>();
        Set<String> rotated = new TreeSet<>();
        for (JsonNode client : kcadm.get(REALM, "clients")) {
            String id = client.path("id").asText();
            kcadm.get(REALM, "clients/" + id + "/offline-sessions")
                    .forEach(session -> sessions.add(
                            "offline-session/listing/" + session.path("id").asText()));
            JsonNode attributes = client.path("attributes");
            if (client.path("clientAuthenticatorType").asText().equals("client-secret")
                    && !client.path("publicClient").asBoolean()
                    && !client.path("bearerOnly").asBoolean()
                    && client.path("protocol").asText().equals("openid-connect")) {
                secrets.add("secret/listing/" + id + "/"
                        + attributes.path("client.secret.creation.time").asText("0"));
            }
            if (attributes.has("client.secret.rotated")) {
                rotated.add("rotated-secret/listing/" + id + "/"
                        + attributes.path("client.secret.rotated.creation.time").asText());
            }
        }
        assertThat(credentials("keycloak.offline-session")).isEqualTo(sessions).isNotEmpty();
        assertThat(credentials("keycloak.client-secret")).isEqualTo(secrets).isNotEmpty();
        assertThat(credentials("keycloak.rotated-secret")).isEqualTo(rotated).isNotEmpty();
    }

    private Set<String> listed(String what, Function<JsonNode, String> id) {
        Set<String> listed = new TreeSet<>();
        kcadm.get(REALM, what).forEach(each -> listed.add(id.apply(each)));
        return listed;
    }

    private Set<String> identities(String... kinds) {
        return facts(Identity.class, identity -> Set.of(kinds).contains(identity.kind()) ? identity.key() : "");
    }

    private Set<String> credentials(String kind) {
        return facts(Credential.class, credential -> credential.kind().equals(kind) ? credential.key() : "");
    }

    private <F> Set<String> facts(Class<F> type, Function<F, String> id) {
        return observation.facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .map(id)
                .filter(found -> !found.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
