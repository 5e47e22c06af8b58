package dev.curfew.revocation.reaction;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.playbook.SignedPlaybook.Standing;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.playbook.PlaybookRuns;
import dev.curfew.revocation.undo.Reversal;
import dev.curfew.revocation.undo.TakingBack;
import dev.curfew.testbed.memory.CrashException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a watch does of its own accord: what a playbook in force says, once, up to its ceiling, and no more.
class ReactionTest {
    @TempDir
    private Path directory;

    private Shift shift;

    @BeforeEach
    void build() {
        shift = new Shift(directory);
    }

    @Test
    void withoutAPlaybookItOnlyTells() throws InterruptedException {
        shift.leak(Shift.key(1));

        assertThat(shift.look()).singleElement().isInstanceOf(Reacted.Told.class);

        assertThat(shift.acts()).isZero();
    }

    @Test
    void whatIsInScopeIsContainedAndTheRestIsTold() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.leak(Shift.key(1));
        shift.leak(Shift.key(Shift.KEYS));

        List<Reacted> reacted = shift.look();

        assertThat(reacted).hasSize(2);
        assertThat(reacted.getFirst()).isInstanceOfSatisfying(Reacted.Ran.class, ran -> {
            assertThat(ran.run().credentials()).containsExactly(Shift.key(1).text());
            assertThat(ran.report().steps()).hasSize(1);
        });
        assertThat(reacted.getLast()).isInstanceOf(Reacted.Told.class);
        assertThat(shift.station.source.working())
                .doesNotContain(Shift.key(1))
                .contains(Shift.key(2), Shift.key(Shift.KEYS));
    }

    @Test
    void oneThingSetsItOffOnceWhoeverLooksAndAlsoInANewVersion() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.leak(Shift.key(1));
        shift.look();
        shift.station.source.give(Shift.key(1), "brought back");

        assertThat(shift.look()).isEmpty();
        Map<String, Object> other = shift.document();
        other.put("purpose", "the same, signed again");
        shift.inForce(Shift.playbook(other));
        assertThat(shift.look()).isEmpty();

        assertThat(shift.acts()).isOne();
        shift.station.clock.advance(Duration.ofMinutes(1));
        shift.leak(Shift.key(1));
        assertThat(shift.look()).singleElement().isInstanceOf(Reacted.Ran.class);
    }

    @Test
    void anotherPlaceSetsItOffAgainAndOneLessDoesNot() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.lies(Shift.key(1), ".env", "build.log");
        assertThat(shift.look()).singleElement().isInstanceOf(Reacted.Ran.class);

        shift.lies(Shift.key(1), "build.log");
        assertThat(shift.look()).isEmpty();

        shift.lies(Shift.key(1), "build.log", "notes.txt");
        assertThat(shift.look()).singleElement().isInstanceOf(Reacted.Ran.class);
        assertThat(shift.desk.runs()).hasSize(2);
    }

    @Test
    void atItsCeilingItStopsAndSaysSoOnceAndGoesOnWhenTimeHasPassed() throws InterruptedException {
        shift.inForce(shift.playbook());
        for (int i = 1; i < Shift.KEYS; i++) {
            shift.leak(Shift.key(i));
        }

        assertThat(shift.look()).hasSize(3).last().isInstanceOf(Reacted.Stopped.class);
        assertThat(shift.look()).singleElement().isInstanceOf(Reacted.Stopped.class);
        assertThat(shift.acts()).isEqualTo(2);
        assertThat(shift.entries(Reaction.STOPPED)).hasSize(1);

        shift.station.clock.advance(Duration.ofMinutes(61));
        assertThat(shift.look()).hasSize(3).last().isInstanceOf(Reacted.Stopped.class);
        assertThat(shift.acts()).isEqualTo(4);
    }

    @Test
    void aTargetThatDoesNotAnswerIsAskedAgainForAnHour() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.leak(Shift.key(1));
        shift.station.source.answerActs(new ActionOutcome.Uncertain(shift.station.clock.instant(), "timeout"));
        shift.look();
        assertThat(shift.look()).as("not at once").isEmpty();
        shift.station.clock.advance(Duration.ofMinutes(2));
        shift.station.source.answerActs(null);

        assertThat(shift.look())
                .singleElement()
                .isInstanceOfSatisfying(
                        Reacted.Ran.class, ran -> assertThat(ran.again()).isTrue());

        assertThat(shift.station.source.working()).doesNotContain(Shift.key(1));
        assertThat(shift.entries(PlaybookRuns.RAN)).hasSize(1);
    }

    @Test
    void whatAnOfficerTookBackIsNotEndedAgainForTheSakeOfWhatIsLeft() throws InterruptedException {
        takeBackWhatWasHalfDone();
        long undone = shift.acts();
        shift.station.clock.advance(Duration.ofMinutes(2));

        assertThat(shift.look()).isEmpty();

        assertThat(shift.acts()).isEqualTo(undone);
    }

    /// Whoever saw that it was unfinished before the officer decided goes on with nothing of it either.
    @Test
    void whatAnOfficerTookBackMeanwhileIsNotGoneOnWith() throws InterruptedException {
        RevocationPlan plan = takeBackWhatWasHalfDone();
        long undone = shift.acts();

        assertRefused(
                shift.station.executor.run(plan, shift.receipt(plan).orThrow(), Map.of(), Progress.SILENT),
                Refusal.TAKEN_BACK);

        assertThat(shift.acts()).isEqualTo(undone);
    }

    private RevocationPlan takeBackWhatWasHalfDone() throws InterruptedException {
        shift.ownerOfTwoKeysIsGone();
        shift.station.target.revoking = (action, credential) -> credential.equals(Shift.key(2))
                ? new ActionOutcome.Refused(shift.station.clock.instant(), "403")
                : shift.station.source.act(action, credential);
        assertThat(shift.look())
                .singleElement()
                .isInstanceOfSatisfying(
                        Reacted.Ran.class,
                        ran -> assertThat(ran.report().steps())
                                .extracting(step -> step.record().state())
                                .containsExactly(StepState.ACTED, StepState.REFUSED));
        long ended = shift.acts();
        TakingBack takingBack = new TakingBack(shift.station.bench);
        Reversal reversal =
                takingBack.foresee(shift.desk.runs().getFirst().plan()).orThrow();
        takingBack
                .undo(shift.officer("cy"), reversal, Map.of(), Progress.SILENT)
                .orThrow();
        assertThat(shift.acts()).as("that of the second is refused too").isEqualTo(ended + 1);
        return reversal.plan();
    }

    @Test
    void whatWasDoneIsToldAlsoWhereWhatComesAfterItFails() {
        shift.inForce(shift.playbook());
        shift.leak(Shift.key(1));
        shift.leak(Shift.key(2));
        shift.station.target.revoking = (action, credential) -> {
            if (credential.equals(Shift.key(2))) {
                throw new IllegalStateException("the disk is full");
            }
            return shift.station.source.act(action, credential);
        };
        List<Reacted> told = new ArrayList<>();

        assertThatThrownBy(() -> shift.look(told::add)).hasMessage("the disk is full");

        assertThat(told).singleElement().isInstanceOf(Reacted.Ran.class);
    }

    @Test
    void aPlanThatAnOfficerRunsJustNowIsLeftToThem() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.leak(Shift.key(1));
        shift.station.source.answerActs(new ActionOutcome.Uncertain(shift.station.clock.instant(), "timeout"));
        shift.look();
        shift.station.source.answerActs(null);
        shift.station.clock.advance(Duration.ofMinutes(2));
        String plan = shift.desk.runs().getFirst().plan();
        List<Reacted> meanwhile = shift.station
                .bench
                .atWork()
                .<List<Reacted>, InterruptedException>alone(plan, () -> Outcome.done(shift.look()))
                .orThrow();
        assertThat(meanwhile).isEmpty();

        assertThat(shift.look()).singleElement().isInstanceOf(Reacted.Ran.class);
    }

    /// As when the console is closed.
    @Test
    void stoppedWithinItBeginsNothingElseAndTheNextLookGoesOn() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.leak(Shift.key(1));
        shift.leak(Shift.key(2));
        Thread.currentThread().interrupt();

        assertThatThrownBy(shift::look).isInstanceOf(InterruptedException.class);
        assertThat(shift.acts()).isZero();
        assertThat(shift.entries(PlaybookRuns.RAN)).hasSizeLessThanOrEqualTo(1);

        assertThat(shift.look()).hasSize(2).allMatch(Reacted.Ran.class::isInstance);
        assertThat(shift.acts()).isEqualTo(2);
    }

    @Test
    void whatCannotBeBegunIsHeldAndSaidOnce() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.leak(Shift.key(1));
        shift.station.target.acting = false;

        assertThat(shift.look()).singleElement().isInstanceOf(Reacted.Held.class);
        assertThat(shift.look()).singleElement().isInstanceOf(Reacted.Held.class);
        assertThat(shift.entries(Reaction.HELD)).hasSize(1);

        shift.station.target.acting = true;
        assertThat(shift.look()).singleElement().isInstanceOf(Reacted.Ran.class);
    }

    @Test
    void aReviewClosesARunOnceAndAWrongOneDoesNotGoOn() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.leak(Shift.key(1));
        shift.station.source.answerActs(new ActionOutcome.Uncertain(shift.station.clock.instant(), "timeout"));
        shift.look();
        String run = shift.desk.runs().getFirst().plan();
        assertRefused(shift.desk.review(shift.officer("bo"), "p-none", true, "seen"), Refusal.UNKNOWN_RUN);
        assertRefused(shift.desk.review(shift.officer("bo"), run, true, " "), Refusal.NO_REASON);

        shift.desk.review(shift.officer("bo"), run, false, "a test key").orThrow();

        assertThat(shift.desk.runs().getFirst().review().orElseThrow().right()).isFalse();
        assertRefused(shift.desk.review(shift.officer("ada"), run, true, "seen"), Refusal.ALREADY_SIGNED);
        shift.station.source.answerActs(null);
        shift.station.clock.advance(Duration.ofMinutes(2));
        assertThat(shift.look()).isEmpty();
        assertThat(shift.station.source.working()).contains(Shift.key(1));
    }

    @Test
    void aRunThatNobodyLooksAtIsOverdue() throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.leak(Shift.key(1));
        shift.look();
        assertThat(shift.desk.runs().getFirst().isOverdue(shift.station.clock.instant()))
                .isFalse();

        shift.station.clock.advance(Duration.ofHours(25));

        assertThat(shift.desk.runs().getFirst().isOverdue(shift.station.clock.instant()))
                .isTrue();
    }

    @Test
    void aRunThatCannotBeReadStopsNoOtherAndIsOverdueAtOnce() throws InterruptedException {
        shift.inForce(shift.playbook());
        AuditEvent unreadable = new AuditEvent(
                PlaybookRuns.RAN,
                shift.station.clock.instant(),
                "playbook:leaked",
                Sha256.hex("curfew.playbook-runs"),
                Map.of("name", "leaked", "plan", "p-later", "reviewBy", "the day after tomorrow"));
        shift.station.unitOfWork.run(transaction -> shift.station.auditLog.append(transaction, unreadable));
        shift.station.clock.advance(Duration.ofMinutes(1));
        shift.leak(Shift.key(1));

        assertThat(shift.look()).singleElement().isInstanceOf(Reacted.Ran.class);

        assertThat(shift.desk.runs()).hasSize(2);
        assertThat(shift.desk.runs().getFirst().isOverdue(shift.station.clock.instant()))
                .isTrue();
    }

    @Test
    void signaturesCountOnlyWithinAShiftOfOneAnother() {
        shift.sign(shift.playbook(), "ada").orThrow();
        shift.station.clock.advance(Duration.ofHours(9));
        assertThat(shift.sign(shift.playbook(), "bo").orThrow().standing()).isEqualTo(Standing.WAITING);

        assertThat(shift.sign(shift.playbook(), "ada").orThrow().standing()).isEqualTo(Standing.IN_FORCE);

        shift.station.clock.advance(Duration.ofDays(20));
        assertThat(shift.desk.list().all().getFirst().standing()).isEqualTo(Standing.IN_FORCE);
        shift.station.clock.advance(Duration.ofDays(20));
        assertThat(shift.desk.list().all().getFirst().standing()).isEqualTo(Standing.EXPIRED);
    }

    /// A run commits: held plan and run, start, act, proof.
    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true", "4,false", "4,true"})
    void whereverTheWatchDiesItIsDoneOnce(int commit, boolean after) throws InterruptedException {
        shift.inForce(shift.playbook());
        shift.leak(Shift.key(1));
        if (after) {
            shift.station.unitOfWork.crashAfter(commit);
        } else {
            shift.station.unitOfWork.crashBefore(commit);
        }
        boolean died = false;
        try {
            shift.look();
        } catch (CrashException e) {
            died = true;
        }
        assertThat(died).isTrue();
        shift.station.unitOfWork.crashNoMore();

        shift.look();
        shift.look();

        assertThat(shift.entries(PlaybookRuns.RAN)).hasSize(1);
        assertThat(shift.entries("plan.made")).hasSize(1);
        assertThat(shift.entries("step.acted")).hasSize(1);
        assertThat(shift.station.source.working()).doesNotContain(Shift.key(1)).contains(Shift.key(2));
    }
}
