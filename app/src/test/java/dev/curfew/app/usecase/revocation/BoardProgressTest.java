package dev.curfew.app.usecase.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardProgressTest {
    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");
    private static final CredentialId KEY = CredentialId.read("aws:AKIA1");
    private static final PlannedStep OFF =
            new PlannedStep(1, KEY, "aws.access-key", new Action("aws.deactivate-access-key", true));
    private static final PlannedStep AWAY =
            new PlannedStep(2, KEY, "aws.access-key", new Action("aws.delete-access-key", false));
    private static final RevocationPlan PLAN =
            new RevocationPlan("p-1", "ada", "it leaked", NOW, 1, List.of(OFF, AWAY), Map.of());

    @Test
    void whoWatchesSeesHowManyActsWereAnsweredWhatCameLastAndWhoIsWaitedFor() {
        List<String> seen = new ArrayList<>();
        BoardProgress board =
                new BoardProgress((stage, done, total) -> seen.add(done + " of " + total + ": " + stage), PLAN);

        board.acted(OFF, new StepRecord("p-1", 1, StepState.ACTED, NOW, ""));
        board.awaited(KEY.source());
        board.acted(AWAY, new StepRecord("p-1", 2, StepState.UNCERTAIN, NOW, "no answer"));
        board.trying(KEY.source());
        board.proven(AWAY, new Proof.Indeterminate(NOW, "nobody saw it work"));

        assertThat(seen)
                .containsExactly(
                        "1 of 2: aws.deactivate-access-key aws:AKIA1",
                        "1 of 2: aws has not answered; the other sources go on",
                        "2 of 2: aws.delete-access-key aws:AKIA1",
                        "2 of 2: aws: all is done there, and tried still",
                        "2 of 2: aws:AKIA1 was tried");
    }
}
