package dev.curfew.revocation.spool;

import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import java.nio.file.Path;
import java.util.List;

/// What was done while the ledger could not be written.
///
/// @param records of the steps that were tried, in order; STARTED for one that was cut off within the act
/// @param left those that cannot be undone, and were not done
/// @param cancelled whether it was stopped before it was through
public record Contained(
        RevocationPlan plan, Path spool, List<StepRecord> records, List<PlannedStep> left, boolean cancelled) {
    public Contained {
        records = List.copyOf(records);
        left = List.copyOf(left);
    }
}
