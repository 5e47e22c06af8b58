package dev.curfew.revocation.run;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.journal.EndedStep;
import dev.curfew.revocation.journal.PlanProgress;
import dev.curfew.revocation.undo.Reversal;
import dev.curfew.revocation.undo.TakingBack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plan waits, and another ends what it is about.
class SupersededTest {
    @TempDir
    private Path directory;

    private Station station;
    private RevocationPlan old;

    @BeforeEach
    void aPlanWaits() throws InterruptedException {
        station = new Station(directory);
        old = station.deletion();
        station.clock.advance(Duration.ofHours(1));
    }

    private RevocationPlan other(RevocationPlan other) throws InterruptedException {
        station.run(other, station.approve(other));
        station.clock.advance(Duration.ofHours(1));
        return other;
    }

    private PlanReview review(RevocationPlan plan) throws InterruptedException {
        return station.desk.review(plan.id()).orThrow();
    }

    private long acts() {
        return station.source.calls().stream()
                .filter(call -> call.startsWith("act "))
                .count();
    }

    @Test
    void whatEndedAllOfItIsToldAndNothingIsLeftToSign() throws InterruptedException {
        RevocationPlan other = other(station.deletion());

        PlanReview review = review(old);

        assertThat(review.ended())
                .extracting(EndedStep::step, EndedStep::planId)
                .containsExactly(
                        tuple(old.steps().get(0), other.id()), tuple(old.steps().get(1), other.id()));
        assertRefused(review.withSomethingLeft(), Refusal.ENDED_SINCE);
        assertThat(review.withSomethingLeft().toString())
                .contains(
                        "Nothing is left of plan " + old.id(),
                        "done by plan " + other.id() + " at 2026-11-22T04:00:",
                        "curfew revoke verify " + other.id());
    }

    @Test
    void whatIsLeftIsDoneAndNothingTwice() throws InterruptedException {
        RevocationPlan other = other(station.deactivation());
        assertThat(review(old).withSomethingLeft()).isInstanceOf(Outcome.Done.class);

        RunReport report = station.run(old, station.approve(old));

        assertThat(station.source.calls())
                .containsOnlyOnce("act aws.deactivate-access-key")
                .containsOnlyOnce("act aws.delete-access-key");
        assertThat(report.steps())
                .extracting(step -> step.record().state())
                .containsExactly(StepState.SUPERSEDED, StepState.ACTED);
        assertThat(report.steps().getFirst().record().detail()).contains(other.id());
        assertThat(station.events()).containsOnlyOnce("step.superseded");
    }

    @Test
    void whoeverSignedBeforeItEndedActsOnNothingAndTakesTheProofOver() throws InterruptedException {
        Receipt receipt = station.approve(old);
        other(station.deletion());
        long before = acts();

        RunReport report = station.run(old, receipt);

        assertThat(acts()).isEqualTo(before);
        assertThat(report.steps()).allMatch(step -> step.record().state() == StepState.SUPERSEDED);
        assertThat(report.steps().getLast().proof()).containsInstanceOf(Proof.Proved.class);
        assertThat(station.run(old, receipt).steps())
                .as("run again, it is as it was")
                .isEqualTo(report.steps());
        assertThat(station.verifier
                        .verify(old.id(), "ada", Map.of(), Progress.SILENT)
                        .orThrow())
                .hasSize(1);
    }

    @Test
    void whatTheOtherTookBackIsEndedAfterAll() throws InterruptedException {
        Receipt receipt = station.approve(old);
        RevocationPlan other = other(station.deactivation());
        TakingBack back = new TakingBack(station.bench);
        Reversal shown = back.foresee(other.id()).orThrow();
        back.undo(station.ada(), shown, Station.values(), Progress.SILENT).orThrow();
        station.clock.advance(Duration.ofMinutes(1));

        assertThat(review(old).ended()).isEmpty();
        assertThat(station.run(old, receipt).steps())
                .allMatch(step -> step.record().state() == StepState.ACTED);
    }

    @Test
    void whatIsBackAfterItWasSupersededIsActedOnAndTriedAnew() throws InterruptedException {
        Receipt receipt = station.approve(old);
        other(station.deletion());
        station.run(old, receipt);
        station.source.give(Station.KEY, Station.VALUE);
        assertThat(new Lookout(station.bench).look()).hasSize(1);
        station.clock.advance(Duration.ofMinutes(1));

        RunReport report = station.run(old, receipt);

        assertThat(report.steps()).allMatch(step -> step.record().state() == StepState.ACTED);
        assertThat(station.source.working()).isEmpty();
        assertThat(report.steps().getLast().proof().orElseThrow().at())
                .isAfterOrEqualTo(report.steps().getFirst().record().at());
    }

    @Test
    void whatAnotherDidIsNotThisOnesToTakeBack() throws InterruptedException {
        RevocationPlan waits = station.deactivation();
        Receipt receipt = station.approve(waits);
        other(station.deactivation());
        station.run(waits, receipt);

        assertRefused(new TakingBack(station.bench).foresee(waits.id()), Refusal.NOTHING_TO_UNDO);
    }

    @Test
    void whatCountsOnlyUpToItsOwnMomentIsDoneAgain() throws InterruptedException {
        CredentialId sessions = new CredentialId(Station.AWS, "sessions/arn:aws:iam::000000000001:role/deploy");
        station.read(Station.credential(sessions, "aws.role-sessions", null, null, Map.of()));
        RevocationPlan waits = station.plan(Extent.DEACTIVATE, sessions.text()).orThrow();
        station.clock.advance(Duration.ofHours(1));
        other(station.plan(Extent.DEACTIVATE, sessions.text()).orThrow());

        assertThat(review(waits).ended())
                .as("sessions that began since are not denied yet")
                .isEmpty();
        assertThat(station.run(waits, station.approve(waits)).steps())
                .allMatch(step -> step.record().state() == StepState.ACTED);
        assertThat(station.source.calls())
                .filteredOn("act aws.deny-sessions"::equals)
                .hasSize(2);
    }

    @Test
    void ofWhatWasDeletedNothingIsDoneAgain() throws InterruptedException {
        CredentialId role = new CredentialId(Station.AWS, "role/app");
        station.read(Station.credential(role, "postgresql.role", null, null, Map.of()));
        RevocationPlan waits = station.plan(Extent.DELETE, role.text()).orThrow();
        station.clock.advance(Duration.ofHours(1));
        other(station.plan(Extent.DELETE, role.text()).orThrow());

        assertThat(review(waits).ended())
                .extracting(EndedStep::step)
                .as("with the end of its sessions")
                .isEqualTo(waits.steps());
    }

    @Test
    void aProofFromBeforeALaterActIsNotOfThat() throws InterruptedException {
        Receipt receipt = station.approve(old);
        other(station.deletion());
        station.source.give(Station.KEY, Station.VALUE);
        RevocationPlan unproved = station.deletion();
        cutOffBeforeItsProof(unproved);
        station.clock.advance(Duration.ofHours(1));

        assertThat(review(old).ended()).isEmpty();
        RunReport report = station.run(old, receipt);

        assertThat(report.steps()).allMatch(step -> step.record().state() == StepState.ACTED);
        assertThat(report.steps().getLast().proof().orElseThrow().at())
                .isAfterOrEqualTo(report.steps().getFirst().record().at());
    }

    private void cutOffBeforeItsProof(RevocationPlan plan) {
        Instant now = station.clock.instant();
        station.unitOfWork.run(transaction -> {
            plan.steps()
                    .forEach(step -> transaction
                            .steps()
                            .save(new StepRecord(plan.id(), step.ordinal(), StepState.ACTED, now, "204")));
            return plan;
        });
    }

    private void takenBack(RevocationPlan plan) throws InterruptedException {
        TakingBack back = new TakingBack(station.bench);
        back.undo(station.ada(), back.foresee(plan.id()).orThrow(), Station.values(), Progress.SILENT)
                .orThrow();
        station.source.give(Station.KEY, Station.VALUE);
        station.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void whoeverDidItNextIsEnteredTooAndItsOwnProofCounts() throws InterruptedException {
        RevocationPlan waits = station.deactivation();
        Receipt receipt = station.approve(waits);
        RevocationPlan first = other(station.deactivation());
        station.run(waits, receipt);
        takenBack(first);
        RevocationPlan second = station.deactivation();
        Instant ended = station.clock.instant();
        station.executor
                .run(second, station.approve(second), Map.of(), Progress.SILENT)
                .orThrow();
        station.clock.advance(Duration.ofHours(1));

        StepReport left = station.run(waits, receipt).steps().getLast();

        assertThat(left.record().state()).isEqualTo(StepState.SUPERSEDED);
        assertThat(left.record().detail()).contains(second.id());
        assertThat(station.events()).filteredOn("step.superseded"::equals).hasSize(2);
        assertThat(left.proof().orElseThrow().at())
                .as("what was proved of the first was over")
                .isAfterOrEqualTo(ended);
    }

    @Test
    void whatWasProvedBeforeAnotherActedOnAPartOfItIsTriedAgain() throws InterruptedException {
        Receipt receipt = station.approve(old);
        other(station.deletion());
        station.run(old, receipt);
        RevocationPlan part = station.deactivation();
        Instant acted = station.clock.instant();
        station.executor
                .run(part, station.approve(part), Map.of(), Progress.SILENT)
                .orThrow();
        station.clock.advance(Duration.ofHours(1));

        RunReport report = station.run(old, receipt);

        assertThat(report.steps().getFirst().record().detail()).contains(part.id());
        assertThat(report.steps().getLast().proof().orElseThrow().at()).isAfterOrEqualTo(acted);
    }

    @Test
    void whatItMayHaveDoneItselfIsItsOwnToFinishAndToTakeBack() throws InterruptedException {
        RevocationPlan cut = station.deactivation();
        Receipt receipt = station.approve(cut);
        station.source.answerActs(new ActionOutcome.Uncertain(station.clock.instant(), "503"));
        station.run(cut, receipt);
        station.source.answerActs(null);
        station.clock.advance(Duration.ofHours(1));
        other(station.deactivation());

        assertThat(station.run(cut, receipt).steps())
                .allMatch(step -> step.record().state() == StepState.ACTED);
        assertThat(new TakingBack(station.bench).foresee(cut.id()).orThrow().acts())
                .hasSize(1);
    }

    private PlanProgress progress(RevocationPlan plan) {
        return station.unitOfWork.run(
                transaction -> PlanProgress.of(transaction, plan, station.desk.endedSince(transaction)));
    }

    @Test
    void whatIsReadOfItIsToDoAgainAsSoonAsTheOtherTookItBack() throws InterruptedException {
        RevocationPlan waits = station.deactivation();
        Receipt receipt = station.approve(waits);
        RevocationPlan other = other(station.deactivation());
        station.run(waits, receipt);
        assertThat(progress(waits).steps()).extracting(StepRecord::state).containsExactly(StepState.SUPERSEDED);
        assertThat(progress(waits).proofs()).hasSize(1);

        takenBack(other);

        assertThat(progress(waits)).isEqualTo(new PlanProgress(List.of(), List.of()));
    }

    @Test
    void whatIsReadOfItIsToDoAgainAsSoonAsTheCredentialIsBack() throws InterruptedException {
        Receipt receipt = station.approve(old);
        other(station.deletion());
        station.run(old, receipt);
        assertThat(progress(old).steps()).hasSize(2);
        station.source.give(Station.KEY, Station.VALUE);
        new Lookout(station.bench).look();

        assertThat(progress(old)).isEqualTo(new PlanProgress(List.of(), List.of()));
    }

    @Test
    void whereSeveralPlansDidItEachIsNamedWithItsCommand() throws InterruptedException {
        CredentialId second = new CredentialId(Station.AWS, "AKIA0002");
        station.source.give(second, "AKIA0002:secret");
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.key(second, Station.CI));
        RevocationPlan both =
                station.plan(Extent.DELETE, Station.KEY.text(), second.text()).orThrow();
        RevocationPlan one = other(station.deletion());
        RevocationPlan other = other(station.plan(Extent.DELETE, second.text()).orThrow());

        assertThat(review(both).withSomethingLeft().toString())
                .contains(
                        "done by plan " + one.id() + " at",
                        "done by plan " + other.id() + " at",
                        ": curfew revoke verify " + one.id() + " --officer NAME; curfew revoke verify " + other.id()
                                + " --officer NAME.");
    }
}
