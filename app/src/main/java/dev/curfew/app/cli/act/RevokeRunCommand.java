package dev.curfew.app.cli.act;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.journal.EndedStep;
import dev.curfew.revocation.run.Board;
import dev.curfew.revocation.run.RunReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Approves a plan by the officer's signature, runs it, and tries what it revoked until that is refused.
@Command(name = "run")
public final class RevokeRunCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final PlanOptions options = new PlanOptions();

    public RevokeRunCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Revocations revocations = invocation.desk().revocations();
        PlanReview review = revocations.review(options.plan());
        PreviewWords.of(review.plan(), invocation.clock().instant()).forEach(invocation.printer()::note);
        review.ended().stream().map(EndedStep::words).forEach(invocation.printer()::note);
        RunReport report = options.run(invocation, review.plan(), (login, values, progress) -> {
            Board board = new BoardLines(options.plan(), invocation.printer()::note, invocation.clock());
            return revocations.run(login, review, values, progress, board);
        });
        Judged.print(invocation, revocations.find(options.plan()), report.steps());
        if (report.cancelled()) {
            invocation.printer().note(Messages.of(RevokeRunCommand.class).text("run.cancelled", options.plan()));
            return ExitCode.REFUSED;
        }
        return StepListing.exitCode(report.steps());
    }
}
