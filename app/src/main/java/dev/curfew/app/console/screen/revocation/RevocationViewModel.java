package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.screen.cases.CaseBook;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.BoardProgress;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.plan.RevocationOrder;
import dev.curfew.revocation.undo.Reversal;
import java.util.List;
import java.util.Map;

/// The plans, and running the one that is looked at.
final class RevocationViewModel {

    private static final Messages MESSAGES = Messages.of(RevocationViewModel.class);

    private final Desk desk;
    private final Cases<RevocationCase, PlanReview> cases;

    /// @param changed called when the workspace has changed
    RevocationViewModel(Work work, Desk desk, Runnable changed) {
        this.desk = desk;
        cases = new Cases<>(
                work,
                desk,
                new CaseBook<>(
                        "revocations",
                        MESSAGES,
                        () -> desk.revocations().list().reversed(),
                        it -> it.plan().id(),
                        it -> !desk.readOnly() && it.spooled().isEmpty(),
                        it -> desk.revocations().review(it.plan().id())),
                changed);
    }

    Cases<RevocationCase, PlanReview> cases() {
        return cases;
    }

    Availability mayRun() {
        return cases.mayDecide(
                it -> switch (Stage.of(it)) {
                    // A run that was cut off goes on where it stopped.
                    case PLANNED, WAITING, BEGUN, TROUBLE -> true;
                    case ACTED, PROVED, UNDONE, UNRATIFIED -> false;
                },
                MESSAGES.text("run.over"));
    }

    /// Signing without running it: for who stands beside, and where more than one has to.
    Availability maySignIt() {
        return cases.mayDecide(
                it -> switch (Stage.of(it)) {
                    case PLANNED, WAITING -> true;
                    case BEGUN, TROUBLE, ACTED, PROVED, UNDONE, UNRATIFIED -> false;
                },
                MESSAGES.text("sign.over"));
    }

    Availability mayVerify() {
        return cases.mayAct(
                it -> switch (Stage.of(it)) {
                    case PLANNED, WAITING, BEGUN, UNRATIFIED -> false;
                    case TROUBLE, ACTED, PROVED, UNDONE -> true;
                },
                MESSAGES.text("verify.early"));
    }

    Availability mayUndo() {
        return cases.mayAct(RevocationViewModel::mayHaveActed, MESSAGES.text("undo.nothing"));
    }

    /// What exactly can be taken back is worked out when it is asked for.
    private static boolean mayHaveActed(RevocationCase one) {
        return one.spooled().isEmpty()
                && one.plan().steps().stream()
                        .filter(step -> step.action().reversible())
                        .anyMatch(step -> one.steps().stream()
                                .anyMatch(record -> record.ordinal() == step.ordinal()
                                        && record.state() != StepState.PLANNED
                                        && record.state() != StepState.UNDONE
                                        && record.state() != StepState.SUPERSEDED));
    }

    /// The credentials of the selected plan, each once.
    List<CredentialId> credentials() {
        return cases.selected().get().stream()
                .flatMap(it -> it.plan().steps().stream())
                .map(PlannedStep::credential)
                .distinct()
                .toList();
    }

    void plan(OfficerLogin login, RevocationOrder order) {
        cases.act(
                MESSAGES.text("planning"),
                login,
                List.of(),
                _ -> desk.revocations().plan(login, order),
                made -> cases.select(made.plan().id()));
    }

    /// @param shown to whoever confirmed it
    void run(PlanReview shown, OfficerLogin login, Map<CredentialId, Secret> values) {
        cases.act(
                MESSAGES.text("running"),
                login,
                values.values(),
                progress -> desk.revocations()
                        .run(login, shown, values, progress, new BoardProgress(progress, shown.plan())),
                report -> cases.tell(report.cancelled() ? MESSAGES.text("cancelled") : ""));
    }

    void undo(Reversal shown, OfficerLogin login, Map<CredentialId, Secret> values) {
        cases.act(
                MESSAGES.text("undoing"),
                login,
                values.values(),
                progress -> desk.revocations().undo(login, shown, values, progress),
                undone -> cases.tell(
                        undone.stream().allMatch(one -> one.outcome().isDone())
                                ? MESSAGES.text("undone", undone.size())
                                : MESSAGES.text("undone.not")));
    }

    Availability mayRatify() {
        return cases.mayAct(it -> it.spooled().isPresent(), MESSAGES.text("ratify.none"));
    }

    /// Enters all that was done without the ledger, not only the one that is looked at.
    void ratify(OfficerLogin login) {
        cases.act(
                MESSAGES.text("ratifying"),
                login,
                List.of(),
                _ -> desk.containments().ratify(login),
                entered -> cases.tellGood(MESSAGES.text("ratified", entered.size())));
    }

    /// @param shown to whoever signs it
    void sign(PlanReview shown, OfficerLogin login) {
        cases.act(
                MESSAGES.text("signing"),
                login,
                List.of(),
                _ -> desk.revocations().approve(login, shown),
                standing -> cases.tellGood(
                        standing.allows()
                                ? MESSAGES.text("signed.all")
                                : MESSAGES.text("signed.missing", standing.words())));
    }

    void verify(OfficerLogin login, Map<CredentialId, Secret> values) {
        cases.selected()
                .get()
                .ifPresent(one -> cases.act(
                        MESSAGES.text("verifying"),
                        login,
                        values.values(),
                        progress -> desk.revocations().verify(login, one.plan().id(), values, progress),
                        _ -> {}));
    }
}
