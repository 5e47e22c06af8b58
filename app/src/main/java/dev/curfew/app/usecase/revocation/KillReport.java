package dev.curfew.app.usecase.revocation;

import dev.curfew.revocation.proof.Containment;
import dev.curfew.revocation.run.RunReport;
import java.util.List;

/// What became of an emergency.
///
/// @param after the plan with everything that is kept of its run
/// @param containments of its identities
public record KillReport(RevocationCase after, RunReport run, List<Containment> containments) {
    public KillReport {
        containments = List.copyOf(containments);
    }
}
