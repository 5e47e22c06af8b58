package dev.curfew.analysis.finding;

import java.time.Duration;

/// When something counts as too old.
///
/// @param staleAfter unused for longer than this
/// @param longLivedAfter a credential without an end, or one that lives longer than this in all
/// @param drillEvery how often a break-glass account is tried where its own tag does not say
/// @param renewalsMax an exception renewed more often than this is a standing one
public record FindingLimits(Duration staleAfter, Duration longLivedAfter, Duration drillEvery, int renewalsMax) {

    /// 90 days as CIS and most auditors ask for keys and unused accounts; a drill each quarter; two renewals.
    public static final FindingLimits DEFAULT =
            new FindingLimits(Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(90), 2);
}
