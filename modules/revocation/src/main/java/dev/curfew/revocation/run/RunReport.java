package dev.curfew.revocation.run;

import java.util.List;

/// What became of a run.
///
/// @param steps those that were run, in order; fewer than the plan's if it was cancelled
/// @param cancelled by an interrupt; running the plan again goes on where it stopped
public record RunReport(String planId, List<StepReport> steps, boolean cancelled) {
    public RunReport {
        steps = List.copyOf(steps);
    }
}
