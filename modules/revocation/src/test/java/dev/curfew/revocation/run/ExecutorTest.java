package dev.curfew.revocation.run;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.undo.Reversal;
import dev.curfew.revocation.undo.TakingBack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutorTest {
    @TempDir
    private Path directory;

    private Station station;

    @BeforeEach
    void build() {
        station = new Station(directory);
    }

    @Test
    void aDeletionIsProvedByThreeRefusalsAfterAnAcceptance() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        RunReport report = station.run(plan, station.approve(plan));
        assertThat(report)
                .isEqualTo(new RunReport(
                        plan.id(),
                        List.of(
                                new StepReport(plan.steps().get(0), acted(plan, 1, "204"), Optional.empty()),
                                new StepReport(
                                        plan.steps().get(1),
                                        acted(plan, 2, "404"),
                                        Optional.of(new Proof.Proved(Station.START.plusMillis(500), 3, 3)))),
                        false));
        assertThat(station.events())
                .containsExactly(
                        "plan.made",
                        "plan.approved",
                        "value.matched",
                        "probe.attempted",
                        "step.started",
                        "step.acted",
                        "step.started",
                        "step.acted",
                        "probe.attempted",
                        "probe.attempted",
                        "probe.attempted",
                        "proof.recorded");
        assertThat(station.source.calls())
                .containsExactly(
                        "list",
                        "try",
                        "act aws.deactivate-access-key",
                        "list",
                        "act aws.delete-access-key",
                        "try",
                        "try",
                        "try");
    }

    @Test
    void whileAPlanIsRunItIsNeitherRunNorTakenBackBesides() throws InterruptedException {
        RevocationPlan plan = station.deactivation();
        Receipt receipt = station.approve(plan);
        List<Outcome<?>> besides = new ArrayList<>();
        station.target.revoking = (action, credential) -> {
            besides.add(station.executor.run(plan, receipt, Map.of(), Progress.SILENT));
            besides.add(new TakingBack(station.bench)
                    .undo(station.ada(), new Reversal(plan, List.of(), List.of()), Map.of(), Progress.SILENT));
            return station.source.act(action, credential);
        };

        station.run(plan, receipt);

        assertThat(besides).hasSize(2).allSatisfy(one -> assertRefused(one, Refusal.AT_WORK));
        assertThat(station.source.calls()).containsOnlyOnce("act aws.deactivate-access-key");
        assertThat(station.run(plan, receipt).cancelled())
                .as("and may be run again afterwards")
                .isFalse();
    }

    @Test
    void noValueIsInAnyLedgerEntry() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        station.run(plan, station.approve(plan));
        assertThat(station.ledger()).noneMatch(entry -> entry.canonical().contains("secret"));
    }

    @Test
    void anInactiveKeyThatGoesOnWorkingIsSaidToGoOnWorking() throws InterruptedException {
        RevocationPlan plan = station.deactivation();
        station.source.answerTries(Stream.<ProbeOutcome>generate(() -> new ProbeOutcome.Accepted(Station.START, "200"))
                .limit(100)
                .toList());
        RunReport report = station.run(plan, station.approve(plan));
        assertThat(report.steps().getFirst().proof()).contains(new Proof.StillWorks(Station.START, 27, 27));
        assertThat(Duration.between(Station.START, station.clock.instant()))
                .as("five times what AWS usually takes, and no more than one pause longer")
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(25));
    }

    @Test
    void withoutTheValueItIsNotProvableAndSaysWhatTheSourceLists() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt receipt = station.approve(plan);
        RunReport report =
                station.executor.run(plan, receipt, Map.of(), Progress.SILENT).orThrow();
        assertThat(report.steps().getLast().proof())
                .contains(new Proof.NotProvable(
                        Station.START,
                        "its value was not supplied, so it cannot be tried; the source's list is all there is",
                        "Supply the value, by stdin or a file, and verify again.",
                        new ListingEvidence.NotListed(Station.START, "")));
        assertThat(station.source.calls()).doesNotContain("try");
    }

    @Test
    void anothersValueProvesNothing() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt receipt = station.approve(plan);
        RunReport report = station.executor
                .run(plan, receipt, Map.of(Station.KEY, Secret.of("another")), Progress.SILENT)
                .orThrow();
        assertThat(report.steps().getLast().proof().orElseThrow())
                .isInstanceOfSatisfying(
                        Proof.NotProvable.class,
                        it -> assertThat(it.reason())
                                .startsWith("the value supplied is not known to be this credential's"));
    }

    @Test
    void aTargetThatSaysNoIsNotWaitedFor() throws InterruptedException {
        station.source.answerActs(new ActionOutcome.Refused(Station.START, "403 AccessDenied"));
        RevocationPlan plan = station.deletion();
        RunReport report = station.run(plan, station.approve(plan));
        assertThat(report.steps()).extracting(step -> step.record().state()).containsOnly(StepState.REFUSED);
        assertThat(report.steps().getLast().proof()).contains(new Proof.StillWorks(Station.START, 1, 1));
    }

    @Test
    void anActWithoutAnAnswerIsJudgedByItsEffect() throws InterruptedException {
        RevocationPlan plan = station.deactivation();
        Receipt receipt = station.approve(plan);
        station.source.answerActs(new ActionOutcome.Uncertain(Station.START, "timeout"));
        station.source.answerTries(List.of(new ProbeOutcome.Accepted(Station.START, "200")));
        station.source.answerTries(Stream.generate(() -> refused()).limit(3).toList());
        RunReport report = station.run(plan, receipt);
        assertThat(report.steps().getFirst().record().state()).isEqualTo(StepState.UNCERTAIN);
        assertThat(report.steps().getFirst().proof()).contains(new Proof.Proved(Station.START, 3, 3));
    }

    private static ProbeOutcome refused() {
        return new ProbeOutcome.Refused(Station.START, RefusalClass.INVALID_CREDENTIAL, "403");
    }

    @Test
    void theWindowOfARevokedCredentialEndsWithIt() throws InterruptedException {
        Window window = window("r-00001", Station.KEY);
        Window other = window("r-00002", new CredentialId(Station.AWS, "AKIA0002"));
        RevocationPlan plan = station.deletion();
        station.run(plan, station.approve(plan));
        assertThat(windows()).containsExactly(window.ended(WindowEnd.REVOKED, Station.START), other);
        assertThat(station.events()).containsOnlyOnce("window.closed");
    }

    private Window window(String id, CredentialId credential) {
        Window window = new Window(
                id,
                new PolicyId(Station.AWS, "policy/p"),
                credential,
                Station.START,
                Station.START.plusSeconds(900),
                new Enforcement(true, "aws", ""),
                null,
                null);
        station.unitOfWork.run(transaction -> {
            transaction.windows().save(window);
            return true;
        });
        return window;
    }

    private List<Window> windows() {
        return station.unitOfWork.run(transaction -> transaction.windows().all());
    }

    @Test
    void runAgainItActsOnNothingTwice() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt receipt = station.approve(plan);
        RunReport first = station.run(plan, receipt);
        List<String> calls = station.source.calls();
        assertThat(station.run(plan, receipt)).isEqualTo(first);
        assertThat(station.source.calls()).isEqualTo(calls);
    }

    @Test
    void runAgainWithTheValueItCannotBeMatchedAnyMore() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt receipt = station.approve(plan);
        station.executor.run(plan, receipt, Map.of(), Progress.SILENT).orThrow();
        RunReport again = station.run(plan, receipt);
        assertThat(again.steps().getLast().proof().orElseThrow()).isInstanceOf(Proof.NotProvable.class);
    }

    @Test
    void anInterruptBetweenStepsCancels() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt receipt = station.approve(plan);
        Progress interrupting = (_, done, _) -> {
            if (done == 1) {
                Thread.currentThread().interrupt();
            }
        };
        RunReport report = station.executor
                .run(plan, receipt, Station.values(), interrupting)
                .orThrow();
        assertThat(report.cancelled()).isTrue();
        assertThat(report.steps()).hasSize(1);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(station.source.calls()).doesNotContain("act aws.delete-access-key");
        assertThat(station.run(plan, receipt).steps().getLast().proof().orElseThrow())
                .isInstanceOf(Proof.Proved.class);
    }

    @Test
    void aPlanThatCannotBeFinishedIsNotBegun() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        Receipt receipt = station.approve(plan);
        station.target.acting = false;
        assertNotRun(station.executor.run(plan, receipt, Map.of(), Progress.SILENT), Refusal.ACTING_OFF);
    }

    private void assertNotRun(Outcome<RunReport> outcome, Refusal why) {
        assertRefused(outcome, why);
        assertThat(station.source.calls()).noneMatch(call -> call.startsWith("act"));
        assertThat(station.events()).doesNotContain("step.started");
    }

    private static StepRecord acted(RevocationPlan plan, int ordinal, String detail) {
        return new StepRecord(plan.id(), ordinal, StepState.ACTED, Station.START, detail);
    }
}
