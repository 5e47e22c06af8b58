package dev.curfew.model.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.curfew.model.id.CredentialId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevocationPlanTest {
    private static final Action REVOKE = new Action("openbao.revoke-accessor", false);

    @Test
    void theHashIsOfEverythingTheOfficerApproves() {
        RevocationPlan plan = plan(step(1, "a"));
        assertThat(plan.hash()).isEqualTo(plan(step(1, "a")).hash());
        assertThat(plan.hash()).isNotEqualTo(plan(step(1, "b")).hash());
        assertThat(plan.hash()).isNotEqualTo(plan(step(1, "a"), step(2, "b")).hash());
    }

    @Test
    void stepsCountFromOneWithoutAGap() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan(step(2, "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> plan(step(1, "a"), step(1, "b")));
        assertThatIllegalArgumentException().isThrownBy(RevocationPlanTest::plan);
    }

    private static PlannedStep step(int ordinal, String accessor) {
        return new PlannedStep(ordinal, CredentialId.of("bao", accessor), "openbao.token", REVOKE);
    }

    private static RevocationPlan plan(PlannedStep... steps) {
        return new RevocationPlan("p-1", "ana", "leaked", Instant.EPOCH, 3, List.of(steps), Map.of("residual", 0));
    }
}
