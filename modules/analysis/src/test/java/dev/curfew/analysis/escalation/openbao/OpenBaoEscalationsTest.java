package dev.curfew.analysis.escalation.openbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpenBaoEscalationsTest {
    private static final String ALL =
            "path \"*\" { capabilities = [\"create\", \"read\", \"update\", \"delete\", \"list\", \"sudo\"] }";

    private final Estate estate = Estate.of("bao");

    private IdentityId holder(String nativeId, String policy, String text) {
        String kind = "openbao." + nativeId.substring(0, nativeId.indexOf('/'));
        IdentityId id = estate.identity(kind, nativeId);
        estate.grant(id, estate.acl(policy, text));
        return id;
    }

    private static String path(String path, String... capabilities) {
        return "path \"" + path + "\" { capabilities = [\"" + String.join("\", \"", capabilities) + "\"] }\n";
    }

    private Map<String, Certainty> of(IdentityId id) {
        Map<String, Certainty> found = new TreeMap<>();
        for (Escalation each : OpenBaoEscalations.find(estate.index())) {
            if (each.identity().equals(id)) {
                found.put(each.method(), each.certainty());
            }
        }
        return found;
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                arguments(path("sys/policies/acl/dev", "update"), Map.of("openbao-policy-write", Certainty.CERTAIN)),
                arguments(path("/sys/policies/acl/dev", "update"), Map.of("openbao-policy-write", Certainty.CERTAIN)),
                arguments(path("sys/policies/acl/dev", "create"), Map.of()),
                arguments(path("identity/group", "create"), Map.of()),
                arguments(path("auth/cert/certs/*", "create"), Map.of()),
                arguments(path("sys/policies/acl/other", "update"), Map.of()),
                arguments(path("auth/approle/role/new", "create"), Map.of("openbao-approle-write", Certainty.POSSIBLE)),
                arguments(
                        path("database/roles/*", "update") + path("database/creds/app", "read"),
                        Map.of("openbao-database-role", Certainty.POSSIBLE)),
                arguments(path("sys/policies/acl/*", "update") + path("sys/policies/acl/dev", "deny"), Map.of()),
                arguments(path("auth/token/create", "update", "sudo"), Map.of("openbao-token-sudo", Certainty.CERTAIN)),
                arguments(path("auth/token/create", "update"), Map.of()),
                arguments(path("auth/token/create/ci", "update"), Map.of("openbao-token-role-use", Certainty.CERTAIN)),
                arguments(
                        path("auth/token/roles/*", "create", "update") + path("auth/token/create/*", "update"),
                        Map.of(
                                "openbao-token-role-use", Certainty.CERTAIN,
                                "openbao-token-role-write", Certainty.CERTAIN)),
                arguments(
                        path("auth/approle/role/ops/role-id", "read")
                                + path("auth/approle/role/ops/secret-id", "update"),
                        Map.of(
                                "openbao-approle-use", Certainty.CERTAIN,
                                "openbao-approle-secret-id", Certainty.POSSIBLE)),
                arguments(
                        path("auth/approle/role/ops/secret-id", "update"),
                        Map.of("openbao-approle-secret-id", Certainty.POSSIBLE)),
                arguments(
                        path("auth/approle/role/*", "create", "read", "update"),
                        Map.of(
                                "openbao-approle-use", Certainty.CERTAIN,
                                "openbao-approle-secret-id", Certainty.POSSIBLE,
                                "openbao-approle-write", Certainty.CERTAIN)),
                arguments(path("identity/entity/id/*", "update"), Map.of("openbao-entity-write", Certainty.CERTAIN)),
                arguments(path("identity/entity/name/1", "update"), Map.of("openbao-entity-write", Certainty.CERTAIN)),
                arguments(path("identity/entity/name/2", "update"), Map.of()),
                arguments(
                        path("identity/group/name/ops", "update"),
                        Map.of(
                                "openbao-group-join", Certainty.CERTAIN,
                                "openbao-group-write", Certainty.CERTAIN)),
                arguments(path("identity/group", "update"), Map.of("openbao-group-write", Certainty.CERTAIN)),
                arguments(path("secret/*", "read"), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void onePolicyBesideAdministrators(String policy, Map<String, Certainty> ways) {
        holder("token-role/ci", "everything", ALL);
        holder("approle/approle/ops", "all", ALL);
        estate.identity("openbao.group", "group/ops");
        IdentityId dev = holder("entity/1", "dev", policy);

        assertThat(of(dev)).isEqualTo(ways);
    }

    /// "create … allows creating data at the given path", "update … allows changing the data": what is new takes the
    /// one,
    /// what is there the other, wherever a path has an existence check, as OpenBao 2.7.2 answers.
    ///
    /// <https://openbao.org/docs/concepts/policies/#capabilities>
    @ParameterizedTest
    @CsvSource({
        "openbao-approle-write, auth/approle/role/ops, update, CERTAIN",
        "openbao-approle-write, auth/approle/role/ops, create, ",
        "openbao-approle-write, auth/approle/role/new, update, POSSIBLE",
        "openbao-approle-write, auth/approle/role/new, create, CERTAIN",
        "openbao-approle-write, auth/approle/role/n*, create, CERTAIN",
        "openbao-approle-write, auth/approle/role/*, update, CERTAIN",
        "openbao-approle-write, auth/approle/role/n*, update, POSSIBLE",
        "openbao-approle-write, auth/approle/role/*, create, CERTAIN",
        "openbao-token-role-write, auth/token/roles/ci, update, CERTAIN",
        "openbao-token-role-write, auth/token/roles/ci, create, ",
        "openbao-token-role-write, auth/token/roles/new, update, POSSIBLE",
        "openbao-token-role-write, auth/token/roles/new, create, CERTAIN",
    })
    void whatIsNewTakesAnotherCapabilityThanWhatIsThere(
            String method, String path, String capability, @Nullable Certainty certainty) {
        estate.read("approles", "token-roles");
        holder("approle/approle/ops", "all", ALL);
        holder("token-role/ci", "everything", ALL);
        IdentityId dev = holder("entity/1", "dev", path(path, capability) + path("auth/token/create/+", "update"));

        assertThat(of(dev).get(method)).isEqualTo(certainty);
    }

    /// Where not all was read, something may be there, and is not made anew.
    @ParameterizedTest
    @CsvSource({
        "openbao-approle-write, auth/approle/role/new, POSSIBLE",
        "openbao-approle-write, auth/approle/role/n*, CERTAIN",
        "openbao-approle-write, auth/approle/role/*, CERTAIN",
        "openbao-token-role-write, auth/token/roles/new, POSSIBLE",
    })
    void whatNobodyReadMayBeThere(String method, String path, Certainty certainty) {
        holder("approle/approle/ops", "all", ALL);
        estate.read("policies");
        IdentityId dev = holder("entity/1", "dev", path(path, "create") + path("auth/token/create/+", "update"));

        assertThat(of(dev).get(method)).isEqualTo(certainty);
    }

    @ParameterizedTest
    @CsvSource({"user/userpass/ann, CERTAIN", "user/other/ann, POSSIBLE"})
    void aUserShowsThatItsAuthMethodIsThere(String user, Certainty certainty) {
        holder("approle/approle/ops", "all", ALL);
        estate.identity("openbao.user", user);
        estate.read("logins");
        IdentityId dev = holder("entity/1", "dev", path("auth/userpass/users/new", "create"));

        assertThat(of(dev)).isEqualTo(Map.of("openbao-userpass-write", certainty));
    }

    @Test
    void withoutAPolicyWorthHavingSudoGivesNothing() {
        assertThat(of(holder("entity/1", "dev", path("auth/token/create", "update", "sudo"))))
                .isEmpty();
    }

    @Test
    void whoLogsInByARoleHoldsWhatItGives() {
        assertThat(of(holder("login-role/kubernetes/ci", "ci", path("sys/policies/acl/ci", "update"))))
                .isEqualTo(Map.of("openbao-policy-write", Certainty.CERTAIN));
    }

    @Test
    void administratorsAreNotReported() {
        assertThat(of(holder("entity/1", "all", ALL))).isEmpty();
    }

    @Test
    void aPolicyThatMakesOneIsWorthAsMuch() {
        holder("token-role/mid", "mid", path("sys/policies/acl/*", "update"));

        assertThat(of(holder("entity/1", "dev", path("auth/token/create/mid", "update"))))
                .isEqualTo(Map.of("openbao-token-role-use", Certainty.CERTAIN));
    }

    /// Of a login by certificate the roles are elsewhere, and only of approles and users are the policies written
    /// apart.
    @ParameterizedTest
    @CsvSource({
        "cert, auth/x/certs/ci, true",
        "cert, auth/x/role/ci, false",
        "kubernetes, auth/x/role/ci, true",
        "kubernetes, auth/x/role/ci/policies, false",
    })
    void whoLogsInByARoleWritesItWhereItIs(String login, String path, boolean works) {
        IdentityId id = estate.identity(
                "openbao.login-role",
                "login-role/x/ci",
                new Ownership.Unowned(),
                Estate.NOT_OBSERVED,
                Map.of("login", login));
        estate.grant(id, estate.acl("ci", path(path, "update")));

        assertThat(of(id)).isEqualTo(works ? Map.of("openbao-login-own", Certainty.CERTAIN) : Map.of());
    }

    @Test
    void aPolicyHeldThatIsNotThereIsWrittenUnderItsName() {
        IdentityId dev = holder("entity/1", "dev", path("sys/policies/acl/gone", "update"));
        estate.grant(dev, PolicyId.of("bao", "policy/gone")).read("policies");

        assertThat(of(dev)).isEqualTo(Map.of("openbao-policy-write", Certainty.CERTAIN));
    }
}
