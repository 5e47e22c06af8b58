package dev.curfew.revocation.run;

import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.StepRecord;
import java.util.Optional;

/// What became of one step.
///
/// @param proof what is proved of its credential; empty for a step that another of the same credential follows
public record StepReport(PlannedStep step, StepRecord record, Optional<Proof> proof) {}
