package dev.curfew.revocation.plan;

import dev.curfew.governance.officer.Device;
import dev.curfew.model.revocation.RevocationPlan;

/// A plan with its requester's signature, kept or not.
///
/// @param signature over the plan's hash
/// @param device the machine that it was made on
public record SignedPlan(RevocationPlan plan, String signature, Device device) {}
