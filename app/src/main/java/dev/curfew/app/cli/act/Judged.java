package dev.curfew.app.cli.act;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.revocation.proof.Containment;
import dev.curfew.revocation.run.StepReport;
import java.util.List;
import java.util.Map;

/// Prints what became of steps and of the identities that they were to contain, and why those are not.
final class Judged {
    private Judged() {}

    /// @param after as it is after the steps
    static void print(Invocation invocation, RevocationCase after, List<StepReport> reports) {
        Map<String, Containment> containments =
                after.containments(invocation.clock().instant());
        invocation.printer().list(StepListing.judged(containments), reports);
        ContainmentWords.why(containments.values()).forEach(invocation.printer()::note);
    }
}
