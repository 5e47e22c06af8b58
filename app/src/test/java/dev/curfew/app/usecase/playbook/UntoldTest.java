package dev.curfew.app.usecase.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.playbook.PlaybookRun;
import dev.curfew.revocation.reaction.Reacted;
import dev.curfew.revocation.run.RunReport;
import dev.curfew.revocation.run.StepReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How far a playbook's run came, where another plan did a part of it.
class UntoldTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:14:09Z");
    private static final CredentialId KEY = CredentialId.of("aws", "AKIA0001");
    private static final List<PlannedStep> STEPS = List.of(
            new PlannedStep(1, KEY, "aws.access-key", new Action("aws.deactivate-access-key", true)),
            new PlannedStep(2, KEY, "aws.access-key", new Action("aws.delete-access-key", false)));
    private static final List<StepRecord> RECORDS = List.of(
            new StepRecord("p1", 1, StepState.SUPERSEDED, AT, "done by plan p0"),
            new StepRecord("p1", 2, StepState.ACTED, AT, "204"));

    private static PlaybookRun run() {
        return new PlaybookRun(
                "p1",
                "guard",
                "0".repeat(64),
                "key",
                List.of(),
                "it leaked",
                List.of(KEY.text()),
                List.of(),
                AT,
                AT,
                Optional.empty());
    }

    @Test
    void whatIsDoneIsCountedWhoeverDidIt() {
        RunReport report = new RunReport(
                "p1",
                List.of(
                        new StepReport(STEPS.get(0), RECORDS.get(0), Optional.empty()),
                        new StepReport(STEPS.get(1), RECORDS.get(1), Optional.empty())),
                false);
        RevocationPlan plan = new RevocationPlan("p1", "ada", "leaked", AT, 1, STEPS, Map.of());
        RevocationCase one = new RevocationCase(plan, List.of(), RECORDS, List.of(), List.of());

        assertThat(Untold.acted(new Reacted.Ran(run(), report, false))).isEqualTo(2);
        assertThat(new PlaybookCase(run(), one).acted()).isEqualTo(2);
    }
}
