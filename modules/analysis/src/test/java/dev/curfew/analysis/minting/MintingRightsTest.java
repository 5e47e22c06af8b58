package dev.curfew.analysis.minting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.minting.MintingRights.Verdict;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MintingRightsTest {

    @ParameterizedTest(name = "{0} [{1}]: {2}")
    @CsvSource({
        "auth/token/create, update, CAN",
        "auth/token/create, read, CANNOT",
        "auth/token/create-orphan, update, CAN",
        "auth/token/create/ci, update, CAN",
        "auth/token/*, update, CAN",
        "auth/approle/role/ci/secret-id, update, CAN",
        "auth/+/role/+/secret-id, create, CAN",
        "auth/team/approle/role/ci/secret-id, update, CAN",
        "auth/userpass/users/ann, update, CAN",
        "identity/entity/id/x, update, CAN",
        "identity/oidc/token/role, read, CAN",
        "sys/policies/acl/mine, update, CAN",
        "sys/auth/new, update, CAN",
        "*, update, CAN",
        "+/token/create, update, CAN",
        "secret/data/*, update, CANNOT",
        "auth/token/lookup-self, read, CANNOT",
        "auth/token/renew-self, update, CANNOT",
        "auth/token/revoke-accessor, update, CANNOT",
        "auth/approle/login, update, CANNOT",
        "database/creds/x, read, CANNOT",
        "sys/policies/acl/mine, read, CANNOT",
    })
    void writingWhereLoginsAreMadeOutlivesAWindow(String path, String capability, Verdict verdict) {
        Policy policy = policy("path \"" + path + "\" { capabilities = [\"" + capability + "\"] }");

        assertThat(MintingRights.of(List.of(policy), Instant.EPOCH).verdict()).isEqualTo(verdict);
    }

    @Test
    void theWayIsToldWithItsPolicy() {
        Policy policy = policy("path \"auth/token/create\" { capabilities = [\"update\", \"sudo\"] }");

        assertThat(MintingRights.of(List.of(policy), Instant.EPOCH))
                .isEqualTo(new MintingRights(Verdict.CAN, List.of("auth/token/create (update) by p")));
    }

    @Test
    void aDenyOnTheVeryPathTakesItAway() {
        Policy policy = policy("""
            path "auth/token/*" { capabilities = ["deny"] }
            path "secret/*" { capabilities = ["read"] }
            """);

        assertThat(MintingRights.of(List.of(policy), Instant.EPOCH).verdict()).isEqualTo(Verdict.CANNOT);
    }

    @Test
    void whatCannotBeReadIsUnknownNotHarmless() {
        assertThat(MintingRights.of(List.of(policy("path {")), Instant.EPOCH).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(MintingRights.of(new SnapshotIndex(Snapshot.EMPTY), List.of(PolicyId.of("bao", "policy/p"))))
                .isEqualTo(new MintingRights(Verdict.UNKNOWN, List.of("bao:policy/p")));
    }

    private static Policy policy(String text) {
        return new Policy(
                PolicyId.of("bao", "policy/p"), "openbao.acl", "p", text, new Provenance("policies", "test", "{}"));
    }
}
