package dev.curfew.app.console.screen.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTest {

    private static final Instant AT = Instant.parse("2026-11-22T03:14:09Z");
    private static final CredentialId TOKEN = CredentialId.of("bao", "accessor");

    private static RevocationCase one(List<StepRecord> steps, List<ProofRecord> proofs) {
        PlannedStep step = new PlannedStep(1, TOKEN, "openbao.token", new Action("openbao.revoke-accessor", false));
        RevocationPlan plan = new RevocationPlan("p1", "ada", "leaked", AT, 1, List.of(step), Map.of());
        return new RevocationCase(plan, List.of(), steps, List.of(), proofs);
    }

    @Test
    void whatWaitsForAnotherSignatureIsNeitherPlannedNorBegun() {
        assertThat(Stage.of(Unfinished.waiting())).isEqualTo(Stage.WAITING);
    }

    @Test
    void whatTheLedgerHasNotIsSaidWhateverElseItIs() {
        assertThat(Stage.of(Unfinished.spooled())).isEqualTo(Stage.UNRATIFIED);
    }

    private static StepRecord step(StepState state) {
        return new StepRecord("p1", 1, state, AT, "");
    }

    private static ProofRecord proof(Proof proof) {
        return new ProofRecord("p1", 1, TOKEN, proof);
    }

    @Test
    void goesFromPlannedOverDoneToProved() {
        assertThat(Stage.of(one(List.of(), List.of()))).isEqualTo(Stage.PLANNED);
        assertThat(Stage.of(one(List.of(step(StepState.STARTED)), List.of()))).isEqualTo(Stage.BEGUN);
        assertThat(Stage.of(one(List.of(step(StepState.ACTED)), List.of()))).isEqualTo(Stage.ACTED);
        assertThat(Stage.of(one(List.of(step(StepState.ACTED)), List.of(proof(new Proof.Proved(AT, 3, 3))))))
                .isEqualTo(Stage.PROVED);
    }

    @Test
    void doneAtTheSourceIsNotProvedWhileItStillWorks() {
        assertThat(Stage.of(one(List.of(step(StepState.ACTED)), List.of(proof(new Proof.StillWorks(AT, 1, 1))))))
                .isEqualTo(Stage.TROUBLE);
    }

    @Test
    void doneAtTheSourceIsNotProvedWithoutATry() {
        Proof none = new Proof.NotProvable(AT, "no value", "give it", null);

        assertThat(Stage.of(one(List.of(step(StepState.ACTED)), List.of(proof(none)))))
                .isEqualTo(Stage.ACTED);
    }

    @Test
    void aRefusalOfTheSourceNeedsAPerson() {
        assertThat(Stage.of(one(List.of(step(StepState.REFUSED)), List.of()))).isEqualTo(Stage.TROUBLE);
        assertThat(Stage.of(one(List.of(step(StepState.UNCERTAIN)), List.of()))).isEqualTo(Stage.TROUBLE);
    }
}
