package dev.curfew.analysis.reach.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Seen on OpenBao 2.7.2: sudo on either path hands out tokens with policies that the caller does not have.
class SudoMintingTest {

    @ParameterizedTest
    @CsvSource({
        "auth/token/create, '\"update\", \"sudo\"', true",
        "auth/token/create-orphan, '\"update\", \"sudo\"', true",
        "auth/token/create-orphan, '\"update\"', false",
        "auth/token/create-orphan, '\"sudo\"', false",
    })
    void sudoOnMakingTokensIsTheWholeServer(String path, String capabilities, boolean administrator) {
        PolicyId id = PolicyId.of("bao", "policy/p");
        Policy policy = new Policy(
                id,
                "openbao.acl",
                "p",
                "path \"%s\" { capabilities = [%s] }".formatted(path, capabilities),
                new Provenance("policies", "", "{}"));
        SnapshotIndex index =
                new SnapshotIndex(new SnapshotBuilder().add(policy).build(1, Instant.EPOCH));
        assertThat(new BlastRadius(index).adds(id).administrator()).isEqualTo(administrator);
    }
}
