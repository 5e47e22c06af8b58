package dev.curfew.governance.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whose turn it is to review a request that waits: one after another, each for as long.
///
/// @param after how long one has; not used where there are no reviewers
/// @param reviewers officers, in their order; none: every officer is told at once, and nobody after
public record Escalation(Duration after, List<String> reviewers) {
    public static final Escalation NONE = new Escalation(Duration.ofDays(1), List.of());

    public Escalation {
        reviewers = List.copyOf(reviewers);
        if (!after.isPositive()) {
            throw new IllegalArgumentException("a reviewer has some time");
        }
    }

    /// How many have had their time, the first not counted: 0 until it is the second one's turn.
    public int step(Instant waitingSince, Instant now) {
        return reviewers.isEmpty() ? 0 : (int) Math.min(over(waitingSince, now), reviewers.size() - 1L);
    }

    /// How many turns are over, however many there are. None where the clock was set back.
    long over(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).dividedBy(after));
    }
}
