package dev.curfew.governance.judgement;

import dev.curfew.model.id.PolicyId;
import java.util.List;

/// Time-boxed access that is always there: renewed again and again, or active for most of the time (S09).
///
/// @param holder whose windows they are
/// @param renewals how many of them each began within a day of the last one's end; the first is no renewal
/// @param activePercent90Days for how much of the last 90 days anybody's window on it was open
/// @param window the newest
/// @param by the policies whose thresholds are passed
public record StandingAccess(
        PolicyId policy, String holder, long renewals, long activePercent90Days, String window, List<String> by) {
    public StandingAccess {
        by = List.copyOf(by);
    }
}
