package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Instant;

/// What answers mean for a reading, and for an act.
public final class Answers {
    private Answers() {}

    public static boolean is(AwsAnswer answer, AwsError error) {
        return answer instanceof AwsAnswer.Failed failed && failed.error() == error;
    }

    /// Whether it is AWS's own no; whatever else came, what was asked for may have happened.
    public static boolean isNo(AwsAnswer answer) {
        return answer instanceof AwsAnswer.Failed failed && failed.error() != AwsError.SERVICE;
    }

    /// What became of an act whose answer is not `Done`.
    ///
    /// @param no what is said where AWS refused it
    public static ActionOutcome unfinished(AwsAnswer answer, Instant at, String no) {
        return isNo(answer) ? new ActionOutcome.Refused(at, no) : new ActionOutcome.Uncertain(at, answer.detail());
    }

    /// Of an answer that is not `Done`.
    public static CoverageState coverage(AwsAnswer answer) {
        return switch (answer) {
            case AwsAnswer.Failed failed ->
                switch (failed.error()) {
                    case DENIED, INVALID_KEY, WRONG_SIGNATURE, CLOCK -> CoverageState.REFUSED;
                    case THROTTLED -> CoverageState.THROTTLED;
                    case NO_SUCH_ENTITY, SERVICE, OTHER -> CoverageState.FAILED;
                };
            case AwsAnswer.Foreign foreign -> ofStatus(foreign.status());
            case AwsAnswer.None _ -> CoverageState.FAILED;
            case AwsAnswer.Done _ -> CoverageState.READ;
        };
    }

    /// Of a gateway before AWS, which says no in its own way.
    private static CoverageState ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> CoverageState.REFUSED;
            case 429 -> CoverageState.THROTTLED;
            default -> CoverageState.FAILED;
        };
    }

    /// Whether the key itself is at fault, so that no other call can do better.
    static boolean isHopeless(AwsAnswer answer) {
        return is(answer, AwsError.INVALID_KEY) || is(answer, AwsError.WRONG_SIGNATURE) || is(answer, AwsError.CLOCK);
    }

    /// For an answer after which nothing can be read.
    public static SourceException failure(AwsAnswer answer) {
        return switch (answer) {
            case AwsAnswer.Failed failed ->
                switch (failed.error()) {
                    case INVALID_KEY -> refused("source.key", failed);
                    case WRONG_SIGNATURE -> refused("source.secret", failed);
                    case CLOCK -> refused("source.clock", failed);
                    case DENIED -> refused("source.denied", failed);
                    case THROTTLED ->
                        new SourceException(SourceException.Kind.THROTTLED, word("source.throttled", failed.detail()));
                    case NO_SUCH_ENTITY, SERVICE, OTHER -> unreadable(failed);
                };
            case AwsAnswer.Foreign foreign -> unreadable(foreign);
            case AwsAnswer.Done done -> unreadable(done);
            case AwsAnswer.None none -> new SourceException(SourceException.Kind.UNREACHABLE, none.detail());
        };
    }

    private static SourceException refused(String key, AwsAnswer answer) {
        return new SourceException(SourceException.Kind.REFUSED, word(key, answer.detail()));
    }

    private static SourceException unreadable(AwsAnswer answer) {
        return new SourceException(SourceException.Kind.MALFORMED, word("source.foreign", answer.detail()));
    }

    public static String unreadable(MalformedException e) {
        return word("answer.unreadable", e.sentence());
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(Answers.class).text(key, arguments);
    }
}
