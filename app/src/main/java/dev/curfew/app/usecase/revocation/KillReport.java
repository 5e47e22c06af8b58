package dev.curfew.app.usecase.revocation;

import dev.curfew.revocation.run.RunReport;

/// What became of an emergency.
///
/// @param after the plan with everything that is kept of its run
public record KillReport(RevocationCase after, RunReport run) {}
