package dev.curfew.governance.exchange;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import java.time.Instant;

/// By this machine's clock: nothing is signed before it was asked for, and no answer comes out of the future.
///
/// @param now by that clock
public record Timely(Instant now) {

    /// @param asked when the question was written
    /// @param expiresAt until when its answer is taken
    /// @return the answer, or QUESTION_EXPIRED, BACKDATED, APPROVAL_EXPIRED
    public Outcome<SignedText> check(Subject subject, Instant asked, Instant expiresAt, SignedText answer) {
        return open(subject.id(), expiresAt).then(_ -> inTime(subject, asked, answer));
    }

    /// @param id of what is asked about
    /// @return until when an answer is taken, or QUESTION_EXPIRED
    public Outcome<Instant> open(String id, Instant expiresAt) {
        return now.isBefore(expiresAt)
                ? Outcome.done(expiresAt)
                : Outcome.refused(Refusal.QUESTION_EXPIRED, id, expiresAt.toString());
    }

    private Outcome<SignedText> inTime(Subject subject, Instant asked, SignedText answer) {
        Instant at = answer.at();
        if (at.isBefore(asked) || at.isAfter(now) || answer.outlasts(subject)) {
            return Outcome.refused(Refusal.BACKDATED, subject.id(), at.toString(), asked.toString());
        }
        return now.isBefore(answer.expiresAt())
                ? Outcome.done(answer)
                : Outcome.refused(
                        Refusal.APPROVAL_EXPIRED,
                        subject.id(),
                        answer.expiresAt().toString());
    }
}
