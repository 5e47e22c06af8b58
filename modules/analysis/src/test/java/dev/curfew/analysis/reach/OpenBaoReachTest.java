package dev.curfew.analysis.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenBaoReachTest {
    private static final ResourceId SERVER = ResourceId.of("bao", "server");
    private final Estate estate = Estate.of("bao");
    private final ResourceId secret = path("secret/data/app");

    @Test
    void aTokenHasItsEntitysAndItsGroupsPolicies() {
        IdentityId entity = estate.identity("openbao.entity", "entity/e1");
        IdentityId group = estate.identity("openbao.group", "group/g1");
        estate.member(entity, group).grant(group, read("app", "secret/data/app"));
        CredentialId token = estate.credential("openbao.token", "acc1", entity, new Expiry.Never());

        Reach reach = reach(token);

        assertThat(Paths.to(reach, secret))
                .isEqualTo(
                        "CERTAIN: LOGS_IN_AS entity/e1 > MEMBER_OF group/g1 > HOLDS policy/app > READS path/secret/data/app");
        assertThat(Paths.to(reach, entity)).isEqualTo("CERTAIN: LOGS_IN_AS entity/e1");
    }

    @Test
    void aTokensOwnDenyCutsItsEntitysAllow() {
        IdentityId entity = estate.identity("openbao.entity", "entity/e1");
        estate.grant(entity, read("app", "secret/data/app"));
        CredentialId token = estate.credential("openbao.token", "acc1", entity, new Expiry.Never());
        estate.grant(token, estate.acl("cut", "path \"secret/data/app\" { capabilities = [\"deny\"] }"));

        assertThat(Paths.to(reach(token), secret)).isEqualTo("none");
    }

    @Test
    void aPolicyByItselfReachesWhatItsRulesName() {
        PolicyId policy = estate.acl("glass", """
            path "secret/data/*" { capabilities = ["read", "update"] }
            path "database/creds/admin" { capabilities = ["read"] }
            """);

        Reach reach = new BlastRadius(estate.index()).adds(policy);

        assertThat(reach.reached())
                .extracting(it -> it.target().nativeId(), Reached::how, Reached::kind, Reached::certainty)
                .containsExactly(
                        tuple("path/database/creds/admin", HopKind.READS, "openbao.path", Certainty.CERTAIN),
                        tuple("path/secret/data/*", HopKind.WRITES, "openbao.path", Certainty.CERTAIN),
                        tuple("path/secret/data/app", HopKind.WRITES, "openbao.path", Certainty.CERTAIN));
        assertThat(reach.reached().getLast().path())
                .containsExactly(new Hop(
                        policy,
                        secret,
                        HopKind.WRITES,
                        "read, update",
                        new Evaluation.Allowed(List.of(new DecidingStatement("glass", 0, "secret/data/*")))));
    }

    @Test
    void aSecretIdIsMintedForAnotherRole() {
        IdentityId issuer = estate.identity("openbao.approle", "approle/approle/issuer");
        IdentityId other = estate.identity("openbao.approle", "approle/approle/other");
        estate.grant(other, read("app", "secret/data/app"));
        estate.grant(issuer, estate.acl("issue", """
                        path "auth/approle/role/+/secret-id" { capabilities = ["update"] }
                        path "auth/approle/role/+/role-id" { capabilities = ["read"] }
                        """));

        assertThat(Paths.to(reach(issuer), secret))
                .isEqualTo(
                        "CERTAIN: HOLDS policy/issue > MINTS approle/approle/other > HOLDS policy/app > READS path/secret/data/app");
    }

    @Test
    void aSecretIdIsOfUseToWhomKnowsTheRoleId() {
        IdentityId issuer = estate.identity("openbao.approle", "approle/approle/issuer");
        IdentityId other = estate.identity("openbao.approle", "approle/approle/other");
        estate.grant(
                issuer, estate.acl("issue", "path \"auth/approle/role/+/secret-id\" { capabilities = [\"update\"] }"));

        assertThat(Paths.to(reach(issuer), other))
                .isEqualTo("CONDITIONAL: HOLDS policy/issue > MINTS approle/approle/other");
    }

    @Test
    void aTokenRoleGivesTheNamedPoliciesAndThoseOfItsPattern() {
        IdentityId issuer = estate.identity("openbao.approle", "approle/approle/issuer");
        IdentityId role = estate.identity(
                "openbao.token-role",
                "token-role/ci",
                new Ownership.Unowned(),
                Estate.NOT_OBSERVED,
                Map.of("allowed-policies-glob", "app-*"));
        read("app-read", "secret/data/app");
        estate.grant(issuer, estate.acl("issue", "path \"auth/token/create/ci\" { capabilities = [\"update\"] }"));

        assertThat(Paths.to(reach(issuer), secret))
                .isEqualTo(
                        "CERTAIN: HOLDS policy/issue > MINTS token-role/ci > HOLDS policy/app-read > READS path/secret/data/app");
        assertThat(Paths.to(reach(role), secret))
                .isEqualTo("CERTAIN: HOLDS policy/app-read > READS path/secret/data/app");
    }

    @Test
    void whatEveryTokenMayDoWithItselfIsNoReach() {
        IdentityId role = estate.identity("openbao.approle", "approle/approle/plain");
        path("cubbyhole/*");
        estate.grant(role, estate.acl("default", """
            path "auth/token/lookup-self" { capabilities = ["read"] }
            path "cubbyhole/*" { capabilities = ["create", "read", "update", "delete", "list"] }
            """));

        assertThat(reach(role).reached()).isEmpty();
    }

    @Test
    void writingItsOwnPolicyMakesAnAdministrator() {
        IdentityId role = estate.identity("openbao.approle", "approle/approle/ops");
        estate.grant(role, estate.acl("ops", "path \"sys/policies/acl/ops\" { capabilities = [\"update\"] }"));

        Reach reach = reach(role);

        assertThat(reach.administrator()).isTrue();
        assertThat(Paths.to(reach, SERVER)).isEqualTo("CERTAIN: HOLDS policy/ops > ESCALATES server");
        assertThat(Paths.to(reach, secret))
                .isEqualTo("CERTAIN: HOLDS policy/ops > ESCALATES server > ADMINISTERS path/secret/data/app");
    }

    @Test
    void anyPolicyCanBeTakenWithSudoOnTokenCreation() {
        IdentityId plain = estate.identity("openbao.approle", "approle/approle/plain");
        IdentityId sudo = estate.identity("openbao.approle", "approle/approle/sudo");
        estate.grant(plain, estate.acl("plain", "path \"auth/token/create\" { capabilities = [\"update\"] }"));
        estate.grant(sudo, estate.acl("sudo", "path \"auth/token/create\" { capabilities = [\"update\", \"sudo\"] }"));

        assertThat(reach(plain).administrator()).isFalse();
        assertThat(reach(sudo).administrator()).isTrue();
    }

    @Test
    void aPolicyThatWasNotReadIsReachedAsUnknown() {
        IdentityId role = estate.identity("openbao.approle", "approle/approle/x");
        read("some", "secret/data/app");
        PolicyId missing = PolicyId.of("bao", "policy/missing");
        estate.grant(role, missing);

        Reach reach = reach(role);

        assertThat(Paths.to(reach, missing)).isEqualTo("UNKNOWN: HOLDS policy/missing");
        assertThat(reach.complete()).isFalse();
    }

    @Test
    void parametersThatARuleAsksForMakeItConditional() {
        PolicyId policy = estate.acl(
                "p", "path \"secret/data/app\" { capabilities = [\"update\"] required_parameters = [\"reason\"] }");

        assertThat(Paths.to(new BlastRadius(estate.index()).adds(policy), secret))
                .isEqualTo("CONDITIONAL: WRITES path/secret/data/app");
    }

    @Test
    void anEndedTokenReachesNothing() {
        IdentityId entity = estate.identity("openbao.entity", "entity/e1");
        estate.grant(entity, read("app", "secret/data/app"));
        CredentialId token =
                estate.credential("openbao.token", "acc1", entity, new Expiry.At(Estate.NOW.minusSeconds(1)));

        CredentialId own = estate.credential("openbao.token", "acc2", null, new Expiry.Never(), false);
        estate.grant(own, read("own", "secret/data/app"));

        assertThat(reach(token).reached()).isEmpty();
        assertThat(reach(own).reached()).isEmpty();
    }

    private Reach reach(EntityId from) {
        return new BlastRadius(estate.index()).of(from);
    }

    private ResourceId path(String path) {
        return estate.resource("openbao.path", "path/" + path, Sensitivity.HIGH);
    }

    private PolicyId read(String name, String path) {
        return estate.acl(name, "path \"" + path + "\" { capabilities = [\"read\"] }");
    }
}
