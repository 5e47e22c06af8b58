package dev.curfew.revocation.plan;

/// Ceilings of a plan. They hold in an emergency too.
///
/// @param stepsMax more steps than these are no longer read before they are approved
/// @param killStepsMax an emergency has a ceiling too: a slip of the hand does not cut off a company
/// @param namesShownMax ids listed in a preview for each list; the rest is counted
public record PlanLimits(int stepsMax, int killStepsMax, int namesShownMax) {
    public static final PlanLimits DEFAULT = new PlanLimits(50, 500, 20);
}
