package dev.curfew.app.cli.act;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.approval.PlanStanding;
import dev.curfew.revocation.journal.EndedStep;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Signs a plan, and says what is missing before it may run.
@Command(name = "approve")
public final class RevokeApproveCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(RevokeApproveCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "PLAN", descriptionKey = "plan.id")
    private String plan = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public RevokeApproveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Revocations revocations = invocation.desk().revocations();
        PlanReview review = revocations.review(plan);
        PreviewWords.of(review.plan(), invocation.clock().instant()).forEach(invocation.printer()::note);
        review.ended().stream().map(EndedStep::words).forEach(invocation.printer()::note);
        PlanStanding standing = officer.run(invocation.terminal(), login -> revocations.approve(login, review));
        show(invocation, plan, standing);
        return ExitCode.DONE;
    }

    /// The plan after a signature, and what is missing.
    public static void show(Invocation invocation, String plan, PlanStanding standing) {
        RevocationCase signed = invocation.desk().revocations().find(plan);
        invocation.printer().list(PlanListing.at(invocation.clock().instant()), List.of(signed));
        invocation
                .printer()
                .note(
                        standing.allows()
                                ? MESSAGES.text("approve.next", plan)
                                : MESSAGES.text("approve.missing", standing.words(), plan));
    }
}
