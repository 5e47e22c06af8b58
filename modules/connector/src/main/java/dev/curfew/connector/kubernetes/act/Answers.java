package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Instant;

/// What an answer means for an act.
public final class Answers {
    private static final Messages MESSAGES = Messages.of(Answers.class);

    private Answers() {}

    /// Of a deletion.
    public static ActionOutcome outcome(KubeAnswer answer, Instant at, String done) {
        return switch (answer) {
            case KubeAnswer.Done _ -> new ActionOutcome.Done(at, done);
            case KubeAnswer.Absent _ -> new ActionOutcome.AlreadyDone(at, MESSAGES.text("act.absent"));
            // the precondition did not hold
            case KubeAnswer.Conflict _ -> new ActionOutcome.AlreadyDone(at, MESSAGES.text("act.other"));
            case KubeAnswer.Unauthenticated _,
                    KubeAnswer.Forbidden _,
                    KubeAnswer.Rejected _,
                    KubeAnswer.Gone _,
                    KubeAnswer.Throttled _ -> refused(answer, at);
            case KubeAnswer.Failed _, KubeAnswer.Silent _, KubeAnswer.Foreign _ ->
                new ActionOutcome.Uncertain(at, answer.words());
        };
    }

    public static ActionOutcome refused(KubeAnswer answer, Instant at) {
        return new ActionOutcome.Refused(at, MESSAGES.text("act.refused", answer.words()));
    }

    /// Of one change of several, which was not done, or may not have been.
    ///
    /// @param words which one, and why
    static ActionOutcome unfinished(KubeAnswer answer, Instant at, String words) {
        return switch (answer) {
            case KubeAnswer.Failed _, KubeAnswer.Silent _, KubeAnswer.Foreign _ ->
                new ActionOutcome.Uncertain(at, words);
            case KubeAnswer.Done _,
                    KubeAnswer.Absent _,
                    KubeAnswer.Conflict _,
                    KubeAnswer.Unauthenticated _,
                    KubeAnswer.Forbidden _,
                    KubeAnswer.Rejected _,
                    KubeAnswer.Gone _,
                    KubeAnswer.Throttled _ -> new ActionOutcome.Refused(at, words);
        };
    }
}
