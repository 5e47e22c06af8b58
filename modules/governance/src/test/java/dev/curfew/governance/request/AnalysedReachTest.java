package dev.curfew.governance.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.reach.AnalysedReach;
import dev.curfew.governance.reach.Minting;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysedReachTest {
    private static final PolicyId POLICY = PolicyId.of("openbao", "policy/p");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path \"secret/data/*\" { capabilities = [\"read\"] }               | CANNOT",
                "path \"auth/token/create\" { capabilities = [\"update\"] }         | CAN",
                "path \"auth/token/create-orphan\" { capabilities = [\"create\", \"update\", \"sudo\"] } | CAN",
                "path \"sys/policies/acl/*\" { capabilities = [\"update\"] }        | CAN",
                "path \"*\" { capabilities = [\"read\", \"update\", \"sudo\"] }      | CAN",
                "this is no policy {                                               | UNKNOWN",
            })
    void saysWhetherTheHolderCouldOutliveAWindow(String text, Minting.Answer answer) {
        assertThat(new AnalysedReach().adds(snapshot(text), POLICY).minting().answer())
                .isEqualTo(answer);
    }

    private static Snapshot snapshot(String text) {
        return new SnapshotBuilder()
                .add(new Policy(POLICY, "openbao.acl", "p", text, new Provenance("policies", "test", "{}")))
                .build(1, Instant.parse("2026-11-22T03:00:00Z"));
    }
}
