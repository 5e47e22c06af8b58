package dev.curfew.connector.aws.session;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsError;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;

/// Answers that are not what was asked for.
final class Trouble {
    private Trouble() {}

    /// @param key of a sentence for AWS's own no, with its words
    static SourceException of(AwsAnswer answer, String key) {
        return answer instanceof AwsAnswer.Failed failed && isNo(failed)
                ? new SourceException(
                        failed.error() == AwsError.THROTTLED
                                ? SourceException.Kind.THROTTLED
                                : SourceException.Kind.REFUSED,
                        Messages.of(Trouble.class).text(key, failed.detail()))
                : Answers.failure(answer);
    }

    /// AWS's own no is one; whatever else came, what was asked for may have happened.
    static boolean isNo(AwsAnswer answer) {
        return answer instanceof AwsAnswer.Failed failed && failed.error() != AwsError.SERVICE;
    }
}
