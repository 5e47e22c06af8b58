package dev.curfew.connector.openbao.timebox;

import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Reads one thing of the server, and writes it as the acting token.
final class Writing {
    private static final Messages MESSAGES = Messages.of(Writing.class);

    private final BaoAccess access;
    private final Clock clock;

    Writing(BaoAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /// @return `Done`, or `Absent`
    /// @throws SourceException if it cannot be read
    BaoAnswer read(String path) throws InterruptedException {
        try (BaoSession session = access.reading()) {
            BaoAnswer answer = session.read(path);
            return switch (answer) {
                case BaoAnswer.Done _, BaoAnswer.Absent _ -> answer;
                // So it answers for a policy that is not there (seen with 2.7.2).
                case BaoAnswer.Empty _ -> new BaoAnswer.Absent(answer.words());
                case BaoAnswer.Refused _,
                        BaoAnswer.Rejected _,
                        BaoAnswer.Throttled _,
                        BaoAnswer.Failed _,
                        BaoAnswer.Silent _,
                        BaoAnswer.Foreign _ -> throw answer.failure(MESSAGES.text("unread", path, answer.words()));
            };
        }
    }

    ActionOutcome write(String path, Map<String, ?> body, String done) throws InterruptedException {
        try (BaoSession session = access.acting()) {
            BaoAnswer answer = session.write(path, body);
            return answer instanceof BaoAnswer.Done
                    ? new ActionOutcome.Done(clock.instant(), done)
                    : answer.undone(clock.instant(), MESSAGES.text("refused", path, answer.words()));
        }
    }

    /// What depends on how something stands.
    @FunctionalInterface
    interface Deed {
        ActionOutcome on(BaoAnswer now) throws InterruptedException;
    }

    ActionOutcome with(String path, Deed deed) throws InterruptedException {
        try {
            return deed.on(read(path));
        } catch (SourceException e) {
            return new ActionOutcome.Uncertain(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    boolean isPast(Instant end) {
        return !clock.instant().isBefore(end);
    }

    ActionOutcome already(String key, Object... arguments) {
        return new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text(key, arguments));
    }

    ActionOutcome refused(String key, Object... arguments) {
        return new ActionOutcome.Refused(clock.instant(), MESSAGES.text(key, arguments));
    }
}
