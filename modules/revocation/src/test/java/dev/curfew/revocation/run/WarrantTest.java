package dev.curfew.revocation.run;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.approval.PlanReview;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody could try to have a plan run that nobody approved, and what comes of it: nothing is acted on.
class WarrantTest {
    @TempDir
    private Path directory;

    private Station station;
    private RevocationPlan plan;

    @BeforeEach
    void build() throws InterruptedException {
        station = new Station(directory);
        plan = station.deletion();
    }

    @Test
    void aPlanNobodyApprovedDoesNotRun() {
        assertNotRun(plan, new Receipt(plan.hash(), 1, "ada", Station.START), Refusal.NOT_APPROVED);
    }

    @Test
    void aPlanChangedAfterItsApprovalDoesNotRun() throws InterruptedException {
        Receipt receipt = station.approve(plan);
        RevocationPlan changed = with(new CredentialId(Station.AWS, "AKIA0666"));
        assertNotRun(changed, receipt, Refusal.NOT_APPROVED);
        save(changed);
        assertNotRun(changed, receipt, Refusal.NOT_APPROVED);
        assertNotRun(plan, receipt, Refusal.FORGED);
    }

    @Test
    void anotherPlansReceiptDoesNotDo() throws InterruptedException {
        RevocationPlan other = station.deactivation();
        station.approve(plan);
        Receipt others = station.approve(other);
        assertNotRun(plan, others, Refusal.FORGED);
    }

    @Test
    void anotherPlansStatementReplayedDoesNotDo() throws InterruptedException {
        Receipt real = station.approve(plan);
        RevocationPlan other = station.deactivation();
        var details = station.ledger().get((int) real.ledgerIndex()).event().details();
        var entry = station.unitOfWork.run(transaction -> station.auditLog.append(
                transaction, new AuditEvent("plan.approved", Station.START, "ada", other.hash(), details)));
        assertNotRun(other, new Receipt(other.hash(), entry.index(), "ada", Station.START), Refusal.FORGED);
    }

    @Test
    void aReceiptThatNamesAnotherEntryDoesNotDo() throws InterruptedException {
        Receipt receipt = station.approve(plan);
        assertNotRun(
                plan,
                new Receipt(receipt.subjectHash(), receipt.ledgerIndex() - 1, "ada", receipt.at()),
                Refusal.FORGED);
    }

    @Test
    void aDeniedPlanNeverRuns() throws InterruptedException {
        Receipt receipt = station.approve(plan);
        PlanReview review = station.desk.review(plan.id()).orThrow();
        station.desk.deny(review, station.ada(), "wrong key").orThrow();
        assertNotRun(plan, receipt, Refusal.DENIED);
        assertRefused(station.desk.approve(review, station.ada()), Refusal.DENIED);
    }

    @Test
    void anApprovalExpiresAndCanBeGivenAgain() throws InterruptedException {
        Receipt old = station.approve(plan);
        station.clock.advance(Duration.ofHours(8));
        assertNotRun(plan, old, Refusal.APPROVAL_EXPIRED);
        Receipt fresh = station.approve(plan);
        assertNotRun(plan, old, Refusal.FORGED);
        assertThat(station.run(plan, fresh).steps()).hasSize(2);
    }

    @Test
    void aPlanThatWasNeverMadeIsNotApproved() throws InterruptedException {
        RevocationPlan smuggled = with(new CredentialId(Station.AWS, "AKIA0666"));
        save(smuggled);
        assertRefused(station.desk.review(plan.id()), Refusal.FORGED);
    }

    @Test
    void aPlanInAnothersNameDoesNotRunEvenApproved() throws InterruptedException {
        station.officers.add("bo", "Bo", Station.passphrase()).orThrow();
        RevocationPlan blamed = inTheNameOf("bo");
        enterMade(blamed, station.ada().sign(blamed.hash()));
        assertNotRun(blamed, approvedBySignature(blamed), Refusal.FORGED);
        assertRefused(station.desk.review(blamed.id()), Refusal.FORGED);
    }

    @Test
    void aPlanWithoutASignatureDoesNotRunEvenApproved() throws InterruptedException {
        RevocationPlan unsigned = with(new CredentialId(Station.AWS, "AKIA0666"));
        enterMade(unsigned, "");
        assertNotRun(unsigned, approvedBySignature(unsigned), Refusal.FORGED);
    }

    @Test
    void aPlanOfSomebodyWhoIsNoOfficerDoesNotRunEvenApproved() throws InterruptedException {
        RevocationPlan strangers = inTheNameOf("eve");
        enterMade(strangers, station.ada().sign(strangers.hash()));
        assertNotRun(strangers, approvedBySignature(strangers), Refusal.NOT_AN_OFFICER);
    }

    private RevocationPlan inTheNameOf(String requester) {
        return new RevocationPlan(
                plan.id(),
                requester,
                plan.reason(),
                plan.createdAt(),
                plan.snapshotNumber(),
                plan.steps(),
                plan.preview());
    }

    /// As somebody enters it who can write to the database and the ledger, and has not the requester's key.
    private void enterMade(RevocationPlan made, String signature) {
        save(made);
        station.unitOfWork.run(transaction -> station.auditLog.append(
                transaction,
                new AuditEvent(
                        "plan.made",
                        made.createdAt(),
                        made.requester(),
                        made.hash(),
                        Map.of("plan", made.toJson(), "signature", signature))));
    }

    /// A true approval of it: an officer signed without looking who asked.
    private Receipt approvedBySignature(RevocationPlan approved) {
        return station.unitOfWork
                .run(transaction -> new Decisions(station.office)
                        .enter(
                                transaction,
                                station.ada(),
                                Subject.of(approved),
                                Decision.APPROVE,
                                Checked.on(station.store.current(), Recheck.SAME, ""),
                                ""))
                .orThrow();
    }

    private RevocationPlan with(CredentialId victim) {
        PlannedStep first = plan.steps().getFirst();
        List<PlannedStep> steps = new ArrayList<>(plan.steps());
        steps.set(0, new PlannedStep(1, victim, first.credentialKind(), first.action()));
        return new RevocationPlan(
                plan.id(),
                plan.requester(),
                plan.reason(),
                plan.createdAt(),
                plan.snapshotNumber(),
                steps,
                plan.preview());
    }

    private void save(RevocationPlan changed) {
        station.unitOfWork.run(transaction -> {
            transaction.plans().save(changed);
            return true;
        });
    }

    private void assertNotRun(RevocationPlan run, Receipt receipt, Refusal why) {
        assertRefused(station.executor.run(run, receipt, Map.of(), Progress.SILENT), why);
        assertThat(station.source.calls()).noneMatch(call -> call.startsWith("act"));
    }
}
