package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.BoardProgress;
import dev.curfew.app.usecase.revocation.Kill;
import dev.curfew.app.usecase.revocation.KillReport;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.choice.Left;
import java.util.List;
import java.util.function.Consumer;

/// Cuts off what was shown, and nothing else.
final class Containing {
    private static final Messages MESSAGES = Messages.of(Containing.class);

    private final Desk desk;

    Containing(Desk desk) {
        this.desk = desk;
    }

    /// @param looked as it was shown to whoever confirmed it
    /// @param values to try with
    /// @param made gets the plan's id, before it is run
    /// @throws Refused if it would do something else by now
    KillReport contain(
            OfficerLogin login, Looked looked, Values values, String reason, Progress progress, Consumer<String> made)
            throws InterruptedException {
        try (Kill kill = desk.revocations().kill(login, looked.order(reason))) {
            RevocationPlan plan = kill.plan();
            made.accept(plan.id());
            if (!Sha256.ofJson(plan.preview()).equals(Sha256.ofJson(looked.preview()))) {
                throw new Refused(MESSAGES.text("changed", plan.id()));
            }
            List<CredentialId> credentials = plan.steps().stream()
                    .map(PlannedStep::credential)
                    .distinct()
                    .toList();
            return kill.run(values.of(credentials, looked.whose()), progress, new BoardProgress(progress, plan));
        }
    }

    /// What was named and is left alone, with why.
    static List<String> left(RevocationPlan plan) {
        return Left.in(plan.preview(), "left").stream()
                .map(one -> MESSAGES.text("left.one", one.named(), one.why()))
                .toList();
    }
}
