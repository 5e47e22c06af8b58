package dev.curfew.revocation.run;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.journal.EndedStep;
import dev.curfew.revocation.undo.Reversal;
import dev.curfew.revocation.undo.TakingBack;
import java.nio.file.Path;
import java.time.Duration;
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
}
