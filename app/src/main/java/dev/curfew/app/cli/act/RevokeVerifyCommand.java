package dev.curfew.app.cli.act;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.run.StepReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Tries again what a plan revoked. Changes nothing at a source.
@Command(name = "verify")
public final class RevokeVerifyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final PlanOptions options = new PlanOptions();

    public RevokeVerifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Revocations revocations = invocation.desk().revocations();
        RevocationPlan found = revocations.find(options.plan()).plan();
        List<StepReport> reports = options.run(
                invocation,
                found,
                (login, values, progress) -> revocations.verify(login, found.id(), values, progress));
        Judged.print(invocation, revocations.find(options.plan()), reports);
        return StepListing.exitCode(reports);
    }
}
