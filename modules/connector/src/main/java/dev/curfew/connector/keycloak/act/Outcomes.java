package dev.curfew.connector.keycloak.act;

import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;

/// What Keycloak's answers to an act mean.
final class Outcomes {
    private static final Messages MESSAGES = Messages.of(Outcomes.class);

    private final Clock clock;

    Outcomes(Clock clock) {
        this.clock = clock;
    }

    ActionOutcome done(String key, Object... arguments) {
        return new ActionOutcome.Done(clock.instant(), MESSAGES.text(key, arguments));
    }

    ActionOutcome already(String key, Object... arguments) {
        return new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text(key, arguments));
    }

    ActionOutcome refused(String words) {
        return new ActionOutcome.Refused(clock.instant(), words);
    }

    /// Of an answer that is none of success. What is not there any more needs no ending.
    ActionOutcome unfinished(KcAnswer answer) {
        return switch (answer) {
            case KcAnswer.Absent _ -> new ActionOutcome.AlreadyDone(clock.instant(), answer.words());
            case KcAnswer.Refused _, KcAnswer.Unaccepted _, KcAnswer.Rejected _ ->
                refused(MESSAGES.text("act.refused", answer.words()));
            case KcAnswer.Throttled _ -> refused(answer.words());
            case KcAnswer.Done _, KcAnswer.Failed _, KcAnswer.Silent _, KcAnswer.Foreign _ -> uncertain(answer.words());
        };
    }

    ActionOutcome uncertain(String words) {
        return new ActionOutcome.Uncertain(clock.instant(), words);
    }

    /// After something else was done already.
    ActionOutcome halfway(String key, KcAnswer answer) {
        return uncertain(MESSAGES.text(key, answer.words()));
    }
}
