package dev.curfew.app.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.revocation.run.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealBooksTest {
    @TempDir
    private Path directory;

    private Bureau bureau;

    @BeforeEach
    void open() {
        bureau = Bureau.founded(directory);
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void anExceptionLivesThroughARestartBetweenAnyTwoSteps() throws InterruptedException {
        ExceptionRequest request = bureau.request();
        reopen();
        bureau.approve(request.id()).orThrow();
        reopen();
        Window window = bureau.issuing().issue(request.id(), "ada").orThrow().window();
        reopen();
        RevocationPlan plan = bureau.plan(window.credential());
        reopen();
        Receipt receipt = bureau.approve(plan);
        reopen();
        RunReport report = bureau.run(plan, receipt, window.credential());
        assertThat(report.steps().getLast().proof().orElseThrow()).isInstanceOf(Proof.Proved.class);
        reopen();
        assertThat(bureau.windows().all()).extracting(Window::end).containsExactly(WindowEnd.REVOKED);
        RequestState state = bureau.read(transaction ->
                transaction.requests().find(request.id()).orElseThrow().state());
        assertThat(state).isEqualTo(RequestState.ENDED);
        assertThat(types())
                .containsExactly(
                        "officer.added",
                        "officer.added",
                        "request.submitted",
                        "request.approved",
                        "window.opening",
                        "window.opened",
                        "plan.made",
                        "plan.approved",
                        "value.matched",
                        "probe.attempted",
                        "step.started",
                        "step.acted",
                        "window.closed",
                        "probe.attempted",
                        "probe.attempted",
                        "probe.attempted",
                        "proof.recorded");
    }

    /// A run commits its match, a try, the start, the act, three tries and the proof; every one of them is failed in
    /// the tests of revocation, and here the three that matter most.
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 8})
    void aRunThatDiesAtACommitComesToItsEndAfterARestart(int commit) throws InterruptedException {
        ExceptionRequest request = bureau.request();
        bureau.approve(request.id()).orThrow();
        Window window = bureau.issuing().issue(request.id(), "ada").orThrow().window();
        RevocationPlan plan = bureau.plan(window.credential());
        Receipt receipt = bureau.approve(plan);
        bureau.failAt(commit);
        assertThatThrownBy(() -> bureau.run(plan, receipt, window.credential())).hasMessage("the disk is full");
        reopen();
        RunReport report = bureau.run(plan, receipt, window.credential());
        assertThat(report.steps().getLast().proof().orElseThrow()).isInstanceOf(Proof.Proved.class);
        assertThat(types()).containsOnlyOnce("proof.recorded", "window.closed");
        assertThat(bureau.source().working()).containsExactly(Bureau.OLD);
    }

    @Test
    void aWindowThatTheLedgerCannotTakeLeavesNoCredential() {
        ExceptionRequest request = bureau.request();
        bureau.approve(request.id()).orThrow();
        bureau.failAt(2);
        assertThatThrownBy(() -> bureau.issuing().issue(request.id(), "ada")).hasMessage("the disk is full");
        assertThat(bureau.source().working()).containsExactly(Bureau.OLD);
        assertThat(bureau.windows().all()).isEmpty();
    }

    @Test
    void anApprovalRowWithoutItsEntryInTheLedgerOpensNothing() {
        ExceptionRequest request = bureau.request();
        bureau.read(transaction -> {
            transaction.requests().save(request.to(RequestState.APPROVED));
            return request;
        });
        assertThat(bureau.issuing().issue(request.id(), "ada"))
                .isEqualTo(new Outcome.Refused<>(Refusal.NOT_APPROVED, Refusal.NOT_APPROVED.words(request.id())));
    }

    @Test
    void aPlanOnFileThatWasChangedDoesNotRun() throws InterruptedException {
        ExceptionRequest request = bureau.request();
        bureau.approve(request.id()).orThrow();
        Window window = bureau.issuing().issue(request.id(), "ada").orThrow().window();
        RevocationPlan plan = bureau.plan(window.credential());
        Receipt receipt = bureau.approve(plan);
        RevocationPlan changed = new RevocationPlan(
                plan.id(), "bo", plan.reason(), plan.createdAt(), plan.snapshotNumber(), plan.steps(), plan.preview());
        bureau.read(transaction -> {
            transaction.plans().save(changed);
            return changed;
        });
        assertThat(bureau.executor().run(changed, receipt, Map.of(), Progress.SILENT))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(bureau.executor().run(plan, receipt, Map.of(), Progress.SILENT))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(bureau.source().working()).containsExactly(Bureau.OLD, window.credential());
    }

    @Test
    void aTokenOfTheSnapshotAndOneIssuedSinceArePlannedTogether() throws InterruptedException {
        ExceptionRequest request = bureau.request();
        bureau.approve(request.id()).orThrow();
        Window window = bureau.issuing().issue(request.id(), "ada").orThrow().window();
        RevocationPlan plan = bureau.planner()
                .plan(
                        bureau.key("ada"),
                        new PlanOrder(
                                List.of(window.credential().text(), Bureau.OLD.text()), Extent.DELETE, "both leaked"))
                .orThrow();
        assertThat(plan.steps()).hasSize(2);
    }

    private void reopen() {
        bureau = bureau.reopened();
    }

    private List<String> types() {
        return bureau.ledger().stream()
                .map(LedgerEntry::event)
                .map(event -> event.type())
                .toList();
    }
}
