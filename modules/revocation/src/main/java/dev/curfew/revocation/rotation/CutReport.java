package dev.curfew.revocation.rotation;

import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.revocation.run.StepReport;
import java.util.List;
import java.util.Optional;

/// What became of the old credential, and whether the new one works.
///
/// @param steps that were done to the old one, the last with its proof
/// @param fresh what the new one met when it was tried afterwards; empty where its value was not given
public record CutReport(Rotation rotation, List<StepReport> steps, Optional<ProbeOutcome> fresh) {
    public CutReport {
        steps = List.copyOf(steps);
    }
}
