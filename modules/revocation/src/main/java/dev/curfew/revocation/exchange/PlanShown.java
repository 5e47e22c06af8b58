package dev.curfew.revocation.exchange;

import dev.curfew.governance.approval.Checked;

/// A question about a plan as it is shown to whoever answers it.
///
/// @param checked what came of computing its preview here, and goes into the signed statement
public record PlanShown(PlanQuestion question, Checked checked) {}
