package dev.curfew.governance.request.bulk;

import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.duty.Objection;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.request.Review;
import java.util.List;
import java.util.Optional;

/// What was found about one request when it was looked at: what the policies say, and what it would add.
///
/// @param policies hash of those in force
/// @param effect hash of what it would add, as computed here; empty where it could not be
/// @param unread what was not read whole
record Answered(
        PolicyDecision decision,
        List<Objection> objections,
        String policies,
        String effect,
        Recheck recheck,
        List<String> unread) {

    static Answered of(Review review) {
        return new Answered(
                review.judgement().decision(),
                review.judgement().objections(),
                review.judgement().policiesHash(),
                review.checked().effectHash(),
                review.checked().recheck(),
                review.checked().unread());
    }

    /// In what another one differs from this; empty if in nothing.
    ///
    /// @return words for a person
    Optional<String> difference(Review other) {
        Answered that = of(other);
        if (!effect.equals(that.effect) || recheck != that.recheck || !unread.equals(that.unread)) {
            return Optional.of(BulkWords.of("differs.reach"));
        }
        return equals(that)
                ? Optional.empty()
                : Optional.of(BulkWords.of("differs.answer", other.judgement().words()));
    }
}
