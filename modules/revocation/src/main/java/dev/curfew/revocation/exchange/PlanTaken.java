package dev.curfew.revocation.exchange;

import dev.curfew.model.governance.Receipt;
import dev.curfew.revocation.approval.PlanStanding;

/// An approval of a plan that came back.
///
/// @param standing who signed it now, and what is missing
public record PlanTaken(String planId, Receipt receipt, PlanStanding standing) {}
