package dev.curfew.connector.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// One server of its own, for these tests count what is there.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoReadingTest {
    private static final String CANARY = "canary-4711";

    private OpenBao openBao;
    private Connected connected;
    private Connected.Token ci;
    private Answer secretId;
    private Answer issued;
    private String entity;
    private String group;
    private Observation observation;

    @BeforeAll
    void arrange() throws InterruptedException {
        openBao = OpenBao.start();
        openBao.policy("app", "path \"secret/data/app/*\" { capabilities = [\"read\"] }");
        openBao.write("secret/data/app/db", Map.of("data", Map.of("password", CANARY)));
        openBao.write("secret/data/app/deep/key", Map.of("data", Map.of("password", CANARY)));
        openBao.write("auth/token/roles/deployer", Map.of("allowed_policies", List.of("app"), "orphan", true));
        openBao.write("sys/auth/approle", Map.of("type", "approle"));
        openBao.write("auth/approle/role/web", Map.of("token_policies", List.of("app"), "token_ttl", "60s"));
        secretId = openBao.write(
                "auth/approle/role/web/secret-id",
                Map.of("metadata", "{\"team\":\"web\"}", "ttl", "1h", "num_uses", 3, "cidr_list", "10.0.0.0/8"));
        openBao.write("sys/mounts/pki", Map.of("type", "pki"));
        openBao.write("pki/root/generate/internal", Map.of("common_name", "root", "ttl", "1000h"));
        openBao.write("pki/roles/web", Map.of("allow_any_name", true, "generate_lease", true, "ttl", "1h"));
        issued = openBao.write("pki/issue/web", Map.of("common_name", "a.example"));
        ci = Connected.token(
                openBao,
                Map.of(
                        "policies",
                        List.of("app"),
                        "ttl",
                        "2h",
                        "explicit_max_ttl",
                        "4h",
                        "display_name",
                        "ci",
                        "num_uses",
                        9,
                        "meta",
                        Map.of("owner", "ada")));
        openBao.write("auth/token/create", Map.of("policies", List.of("app"), "period", "1h"));
        entity = openBao.write(
                        "identity/entity",
                        Map.of("name", "web", "metadata", Map.of("owner", "ada"), "policies", List.of("app")))
                .text("/data/id");
        group = openBao.write(
                        "identity/group",
                        Map.of(
                                "name", "services",
                                "metadata", Map.of("team", "platform"),
                                "policies", List.of("base"),
                                "member_entity_ids", List.of(entity)))
                .text("/data/id");
        connected = Connected.with(openBao);
        observation = connected.observer().observe(Progress.SILENT);
    }

    @AfterAll
    void stop() {
        connected.close();
        openBao.close();
    }

    @Test
    void theShippedReadingPolicyIsEnoughForEveryScope() {
        assertThat(observation.coverage())
                .extracting(Coverage::scope, Coverage::state)
                .containsExactly(
                        read("tokens"),
                        read("token-roles"),
                        read("approles"),
                        read("secret-ids"),
                        read("logins"),
                        read("policies"),
                        read("entities"),
                        read("groups"),
                        read("leases"),
                        read("certificates"),
                        read("paths"),
                        read("namespaces"),
                        read("audit-devices"));
    }

    private static org.assertj.core.groups.Tuple read(String scope) {
        return org.assertj.core.groups.Tuple.tuple(scope, CoverageState.READ);
    }

    @Test
    void aTokenIsReadWithItsTypeEndAndParentage() {
        Credential token = fact(Credential.class, ci.accessor());
        assertThat(token.kind()).isEqualTo("openbao.token");
        assertThat(token.name()).isEqualTo("token-ci");
        assertThat(token.holder()).isNull();
        assertThat(token.createdAt()).isNotNull();
        assertThat(token.expiry()).isInstanceOf(Expiry.At.class);
        assertThat(token.attributes())
                .isEqualTo(Map.of(
                        "type", "service",
                        "orphan", "true",
                        "parentage", "none",
                        "renewable", "true",
                        "display-name", "token-ci",
                        "path", "auth/token/create-orphan",
                        "num-uses", "9",
                        "explicit-max-ttl", "14400",
                        "meta:owner", "ada"));
        assertThat(grantsOf(ci.accessor())).containsExactlyInAnyOrder("policy/app", "policy/default");
    }

    @Test
    void whatOpenBaoDoesNotSayOfAChildIsSaidToBeUnknown() {
        assertThat(all(Credential.class))
                .filteredOn(token -> "3600".equals(token.attributes().get("period")))
                .singleElement()
                .satisfies(child -> {
                    assertThat(child.parent()).isNull();
                    assertThat(child.attributes())
                            .containsEntry("parentage", "unknown")
                            .containsEntry("orphan", "false");
                });
    }

    @Test
    void theRootTokenHasNoEnd() {
        assertThat(all(Credential.class))
                .filteredOn(token -> grantsOf(token.key()).contains("policy/root"))
                .singleElement()
                .satisfies(root -> assertThat(root.expiry()).isEqualTo(new Expiry.Never()));
    }

    @Test
    void curfewsOwnTokensAreMarked() {
        List<Credential> own = all(Credential.class).stream()
                .filter(token -> "true".equals(token.attributes().get("curfew:own")))
                .toList();
        assertThat(own)
                .flatExtracting(token -> grantsOf(token.key()))
                .contains("policy/curfew-read", "policy/curfew-act");
        assertThat(own).hasSize(2);
    }

    @Test
    void rolesComeWithTheirPolicies() {
        assertThat(fact(Identity.class, "token-role/deployer").tags()).containsEntry("orphan", "true");
        assertThat(grantsOf("token-role/deployer")).containsExactly("policy/app");
        assertThat(fact(Identity.class, "approle/approle/web").tags())
                .containsEntry("bind-secret-id", "true")
                .containsEntry("token-ttl", "60");
        assertThat(grantsOf("approle/approle/web")).containsExactlyInAnyOrder("policy/app", "policy/default");
    }

    @Test
    void aSecretIdIsReadByItsAccessorWithWhatALookupTells() {
        String accessor = secretId.text("/data/secret_id_accessor");
        var looked = openBao.write(
                "auth/approle/role/web/secret-id-accessor/lookup", Map.of("secret_id_accessor", accessor));
        Credential read = fact(Credential.class, "secret-id/approle/web/" + accessor);
        assertThat(read.kind()).isEqualTo("openbao.secret-id");
        assertThat(read.holder()).isEqualTo(new IdentityId(read.source(), "approle/approle/web"));
        assertThat(read.createdAt()).isEqualTo(Instant.parse(looked.text("/data/creation_time")));
        assertThat(read.expiry()).isEqualTo(new Expiry.At(Instant.parse(looked.text("/data/expiration_time"))));
        assertThat(read.attributes())
                .isEqualTo(Map.of(
                        "parentage",
                        "none",
                        "num-uses",
                        "3",
                        "bound-cidrs",
                        "10.0.0.0/8",
                        "meta:team",
                        "web",
                        "login-marks",
                        "{\"team\":\"web\"}"));
        assertThat(all(Credential.class)).noneMatch(it -> it.toString().contains(secretId.text("/data/secret_id")));
    }

    @Test
    void policiesComeWithTheirTextAsStored() {
        assertThat(fact(Policy.class, "policy/app").text())
                .isEqualTo("path \"secret/data/app/*\" { capabilities = [\"read\"] }");
        assertThat(all(Policy.class))
                .extracting(Policy::name)
                .contains("root", "default", "app", "curfew-read", "curfew-act");
    }

    @Test
    void aLeaseOfAnEngineIsACredentialAndOneOfALoginIsNot() {
        assertThat(all(Credential.class))
                .filteredOn(credential -> credential.kind().equals("openbao.lease"))
                .singleElement()
                .satisfies(lease -> {
                    assertThat(lease.key()).startsWith("lease/pki/issue/web/");
                    assertThat(lease.name()).isEqualTo("pki/issue/web");
                    assertThat(lease.expiry()).isInstanceOf(Expiry.At.class);
                });
    }

    @Test
    void anIssuedCertificateIsACredentialWithItsNamesAndItsEnd() {
        String serial = issued.text("/data/serial_number");
        Credential read = fact(Credential.class, "certificate/pki/" + serial);
        assertThat(read.kind()).isEqualTo("openbao.certificate");
        assertThat(read.name()).isEqualTo("a.example");
        assertThat(read.active()).isTrue();
        assertThat(read.expiry())
                .isEqualTo(new Expiry.At(Instant.ofEpochSecond(Long.parseLong(issued.text("/data/expiration")))));
        assertThat(read.attributes())
                .containsEntry("names", "a.example")
                .containsEntry("issuer", "CN=root")
                .containsEntry("serial", serial.replace(":", "").replaceFirst("^0+", ""));
        assertThat(all(Credential.class))
                .filteredOn(it -> it.kind().equals("x509.authority"))
                .extracting(Credential::name)
                .containsExactly("root");
        assertThat(observation.toString()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void secretsAreReadByNameWhereverTheyLie() {
        assertThat(all(Resource.class))
                .extracting(Resource::key)
                .contains("path/secret/data/app/db", "path/secret/data/app/deep/key", "path/pki/issue/web");
    }

    @Test
    void noSecretValueIsInAnyFact() {
        String facts = observation.toString();
        assertThat(facts)
                .contains(ci.accessor())
                .doesNotContain(CANARY, ci.value(), openBao.rootToken().reveal());
    }

    @Test
    void aSecondReadingOfAnUnchangedServerIsTheSame() throws InterruptedException {
        Observation second = connected.observer().observe(Progress.SILENT);
        assertThat(keyed(second)).isEqualTo(keyed(observation));
    }

    @Test
    void entitiesAndGroupsComeWithOwnerMembersAndPolicies() {
        assertThat(fact(Identity.class, "entity/" + entity))
                .returns("web", Identity::name)
                .returns(new Ownership.Owned("ada", "metadata owner"), Identity::ownership);
        assertThat(fact(Identity.class, "group/" + group).ownership())
                .isEqualTo(new Ownership.Owned("platform", "metadata team"));
        assertThat(grantsOf("entity/" + entity)).containsExactly("policy/app");
        assertThat(all(Membership.class))
                .singleElement()
                .returns("entity/" + entity, membership -> membership.member().nativeId())
                .returns("group/" + group, membership -> membership.group().nativeId());
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

    private static Map<String, Fact> keyed(Observation observation) {
        return observation.facts().stream()
                .collect(Collectors.toMap(
                        fact -> fact.getClass().getSimpleName() + " " + fact.key(), Function.identity()));
    }
}
