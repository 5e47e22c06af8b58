package dev.curfew.revocation.approval;

import dev.curfew.governance.approval.Checked;
import dev.curfew.model.revocation.RevocationPlan;

/// A plan as it is shown to whoever decides on it.
///
/// @param checked what came of computing its preview again, and goes into the signed statement
/// @param standing who signed it already, and what is missing
public record PlanReview(RevocationPlan plan, Checked checked, PlanStanding standing) {}
