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
        return answer instanceof AwsAnswer.Failed failed && Answers.isNo(failed)
                ? new SourceException(
                        failed.error() == AwsError.THROTTLED
                                ? SourceException.Kind.THROTTLED
                                : SourceException.Kind.REFUSED,
                        Messages.of(Trouble.class).text(key, failed.detail()))
                : Answers.failure(answer);
    }
}
