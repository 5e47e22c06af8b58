package dev.curfew.app.cli.act;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.approval.PlanReview;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Refuses a plan, for good.
@Command(name = "deny")
public final class RevokeDenyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "PLAN", descriptionKey = "plan.id")
    private String plan = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "")
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public RevokeDenyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Revocations revocations = invocation.desk().revocations();
        PlanReview review = revocations.review(plan);
        PreviewWords.of(review.plan(), invocation.clock().instant()).forEach(invocation.printer()::note);
        RevocationCase denied = officer.run(invocation.terminal(), login -> revocations.deny(login, review, reason));
        invocation.list(PlanListing.at(invocation.clock().instant()), List.of(denied));
        invocation.printer().note(Messages.of(RevokeDenyCommand.class).text("denied", plan));
        return ExitCode.DONE;
    }
}
