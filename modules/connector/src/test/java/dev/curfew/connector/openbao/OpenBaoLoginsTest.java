package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Logins with their roles, and what engines say of theirs: a server of its own, for these tests count what is there.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoLoginsTest {
    private static final String ISSUER = "https://token.example.org";
    private static final String CANARY = "canary-5150";

    private OpenBao openBao;
    private Connected connected;
    private Observation observation;
    private String entity = "";

    @BeforeAll
    void arrange() throws InterruptedException {
        openBao = OpenBao.start();
        for (String type : List.of("kubernetes", "jwt", "cert", "userpass")) {
            openBao.write("sys/auth/" + type, Map.of("type", type));
        }
        openBao.write(
                "auth/kubernetes/config",
                Map.of(
                        "kubernetes_host",
                        "https://k8s.example.org:6443",
                        "kubernetes_ca_cert",
                        certificate(),
                        "token_reviewer_jwt",
                        "eyJhbGciOiJub25lIn0." + CANARY + "."));
        openBao.write(
                "auth/kubernetes/role/shop",
                Map.of(
                        "bound_service_account_names", "app",
                        "bound_service_account_namespaces", List.of("shop", "stage"),
                        "audience", "bao",
                        "token_policies", "shop",
                        "token_ttl", "10m"));
        openBao.write("auth/jwt/config", Map.of("bound_issuer", ISSUER, "jwt_validation_pubkeys", publicKey()));
        openBao.write(
                "auth/jwt/role/ci",
                Map.of(
                        "role_type", "jwt",
                        "user_claim", "sub",
                        "bound_audiences", "bao",
                        "bound_claims", Map.of("repository", List.of("acme/app")),
                        "token_no_default_policy", true));
        openBao.write("auth/cert/certs/edge", Map.of("certificate", certificate(), "allowed_dns_sans", "*.edge"));
        openBao.write("auth/userpass/users/night", Map.of("password", CANARY, "token_policies", "shop"));
        openBao.write("secret/metadata/app/db", Map.of("custom_metadata", Map.of("owner", "ada"), "max_versions", 3));
        openBao.write("secret/data/app/db", Map.of("data", Map.of("password", CANARY)));
        openBao.write("sys/mounts/transit", Map.of("type", "transit"));
        openBao.write("transit/keys/signing", Map.of("type", "ed25519"));
        night();
        connected = Connected.with(openBao);
        observation = connected.observer().observe(Progress.SILENT);
    }

    /// One entity that a person and an approle log in as.
    private void night() {
        openBao.write("sys/auth/approle", Map.of("type", "approle"));
        openBao.write("auth/approle/role/web", Map.of("token_policies", "shop"));
        String person = openBao.write("auth/userpass/login/night", Map.of("password", CANARY))
                .text("/auth/entity_id");
        String role = openBao.write(
                        "auth/approle/login",
                        Map.of(
                                "role_id",
                                openBao.read("auth/approle/role/web/role-id").text("/data/role_id"),
                                "secret_id",
                                openBao.write("auth/approle/role/web/secret-id", Map.of())
                                        .text("/data/secret_id")))
                .text("/auth/entity_id");
        openBao.write("identity/entity/merge", Map.of("from_entity_ids", List.of(role), "to_entity_id", person));
        entity = "entity/" + person;
    }

    @Test
    void whoLogsInAsAnEntityHasWhatItHas() {
        assertThat(all(Membership.class))
                .extracting(it -> it.member().nativeId(), it -> it.group().nativeId())
                .containsExactlyInAnyOrder(tuple("user/userpass/night", entity), tuple("approle/approle/web", entity));
        assertThat(fact(Identity.class, entity).tags().keySet())
                .contains("alias:auth/userpass/", "alias:auth/approle/");
    }

    @AfterAll
    void stop() {
        connected.close();
        openBao.close();
    }

    /// Of the server itself: one that this test need not make.
    private String certificate() {
        openBao.call("POST", "sys/mounts/ca", Map.of("type", "pki"));
        openBao.call("POST", "ca/root/generate/internal", Map.of("common_name", "ca", "ttl", "24h"));
        return openBao.read("ca/cert/ca").text("/data/certificate");
    }

    private String publicKey() {
        openBao.write("sys/mounts/keys", Map.of("type", "transit"));
        openBao.write("keys/keys/jwt", Map.of("type", "ecdsa-p256"));
        return openBao.read("keys/keys/jwt").text("/data/keys/1/public_key");
    }

    @Test
    void theShippedReadingPolicyIsEnough() {
        assertThat(observation.coverage())
                .allSatisfy(it -> assertThat(it).as(it.toString()).returns(CoverageState.READ, Coverage::state));
    }

    @Test
    void everyRoleOfEveryLoginIsAnIdentityWithThePoliciesOfItsTokens() {
        assertThat(all(Identity.class))
                .filteredOn(it -> !it.kind().equals("openbao.entity"))
                .extracting(it -> it.kind() + " " + it.id().nativeId())
                .containsExactlyInAnyOrder(
                        "openbao.login-role login-role/kubernetes/shop",
                        "openbao.login-role login-role/jwt/ci",
                        "openbao.login-role login-role/cert/edge",
                        "openbao.approle approle/approle/web",
                        "openbao.user user/userpass/night");
        assertThat(grantsOf("login-role/kubernetes/shop")).containsExactlyInAnyOrder("policy/shop", "policy/default");
        assertThat(grantsOf("login-role/jwt/ci")).isEmpty();
        assertThat(grantsOf("user/userpass/night")).containsExactlyInAnyOrder("policy/shop", "policy/default");
        assertThat(fact(Identity.class, "login-role/kubernetes/shop").tags())
                .containsEntry("bound-service-account-namespaces", "shop,stage")
                .containsEntry("token-ttl", "600")
                .containsEntry("kubernetes-host", "https://k8s.example.org:6443");
    }

    @Test
    void whomARoleLetsInIsATrustWithWhatItsLoginSays() {
        assertThat(all(Trust.class))
                .extracting(it -> it.target().nativeId() + " " + it.mechanism() + " "
                        + it.document().nativeId())
                .containsExactlyInAnyOrder(
                        "login-role/kubernetes/shop openbao.login login/kubernetes/shop",
                        "login-role/jwt/ci openbao.login login/jwt/ci",
                        "login-role/cert/edge openbao.login login/cert/edge");
        assertThat(fact(Policy.class, "login/jwt/ci").text())
                .isEqualTo("{\"bound_audiences\":[\"bao\"],\"bound_claims\":{\"repository\":[\"acme/app\"]},"
                        + "\"bound_claims_type\":\"string\",\"bound_issuer\":\"" + ISSUER + "\",\"bound_subject\":\"\","
                        + "\"groups_claim\":\"\",\"jwks_url\":\"\",\"mount\":\"jwt\",\"oidc_discovery_url\":\"\","
                        + "\"role_type\":\"jwt\",\"type\":\"jwt\",\"user_claim\":\"sub\"}");
    }

    @Test
    void aSecretSaysWhoseItIsAndAKeyWhetherItCanBeTakenAway() {
        assertThat(fact(Resource.class, "path/secret/data/app/db").tags())
                .containsEntry("meta:owner", "ada")
                .containsEntry("current-version", "1")
                .containsKey("updated-time");
        assertThat(fact(Resource.class, "path/transit/decrypt/signing").tags())
                .containsEntry("type", "ed25519")
                .containsEntry("exportable", "false");
    }

    @Test
    void noSecretIsInAnyFact() {
        assertThat(observation.toString()).contains("login/jwt/ci").doesNotContain(CANARY);
    }

    private List<String> grantsOf(String subject) {
        return all(Grant.class).stream()
                .filter(grant -> grant.subject().nativeId().equals(subject))
                .map(grant -> grant.policy().nativeId())
                .toList();
    }

    private <F extends Fact> F fact(Class<F> type, String key) {
        return all(type).stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private <F extends Fact> List<F> all(Class<F> type) {
        return observation.facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
