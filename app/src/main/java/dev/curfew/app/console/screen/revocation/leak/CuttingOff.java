package dev.curfew.app.console.screen.revocation.leak;

import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.KillReport;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.text.Messages;
import java.util.List;

/// Cuts off in the background; the plan shows while it runs.
final class CuttingOff {
    private static final Messages MESSAGES = Messages.of(CuttingOff.class);

    private final Desk desk;
    private final Work work;
    private final Cases<RevocationCase, ?> cases;

    CuttingOff(Desk desk, Work work, Cases<RevocationCase, ?> cases) {
        this.desk = desk;
        this.work = work;
        this.cases = cases;
    }

    /// @param values to try with; closed once it is over
    void cutOff(OfficerLogin login, Looked looked, Values values, String reason) {
        cases.act(
                MESSAGES.text("cutting"),
                login,
                values.all(),
                progress -> new Containing(desk).contain(login, looked, values, reason, progress, this::show),
                report -> cases.tell(told(report)));
    }

    private void show(String planId) {
        work.tell(() -> {
            cases.select(planId);
            cases.load();
        });
    }

    private static String told(KillReport report) {
        if (report.run().cancelled()) {
            return MESSAGES.text("cancelled");
        }
        List<String> left = Containing.left(report.after().plan());
        return left.isEmpty() ? "" : MESSAGES.text("left", String.join("; ", left));
    }
}
