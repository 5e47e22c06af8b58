package dev.curfew.app.cli.act;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.RevocationPlan;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Which plan, as which officer, and with which values to try.
final class PlanOptions {
    @Parameters(paramLabel = "PLAN", descriptionKey = "plan.id")
    private String plan = "";

    @Mixin
    private final ValueOptions values = new ValueOptions();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    /// What is done with a plan.
    @FunctionalInterface
    interface PlanWork<T> {
        T as(OfficerLogin login, Map<CredentialId, Secret> values, Progress progress) throws InterruptedException;
    }

    String plan() {
        return plan;
    }

    /// Runs the work as the officer with the values supplied, and wipes both after.
    <T> T run(Invocation invocation, RevocationPlan about, PlanWork<T> work) throws InterruptedException {
        return values.run(
                invocation.terminal(),
                about,
                supplied -> officer.run(
                        invocation.terminal(),
                        login -> invocation.working(progress -> work.as(login, supplied, progress))));
    }
}
