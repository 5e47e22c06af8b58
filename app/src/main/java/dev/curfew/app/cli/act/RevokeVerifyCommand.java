package dev.curfew.app.cli.act;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.run.StepReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Tries again what a plan revoked. Changes nothing at a source.
@Command(name = "verify")
public final class RevokeVerifyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "PLAN", descriptionKey = "plan.id")
    private String plan = "";

    @Mixin
    private final ValueOptions values = new ValueOptions();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public RevokeVerifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Revocations revocations = invocation.desk().revocations();
        RevocationPlan found = revocations.find(plan).plan();
        List<StepReport> reports = values.run(
                invocation.terminal(),
                found,
                supplied -> officer.run(
                        invocation.terminal(),
                        login -> invocation.working(
                                progress -> revocations.verify(login, found.id(), supplied, progress))));
        invocation.printer().list(StepListing.LISTING, reports);
        return StepListing.exitCode(reports);
    }
}
