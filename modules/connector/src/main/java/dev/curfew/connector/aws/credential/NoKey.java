package dev.curfew.connector.aws.credential;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.stream.Stream;

/// Why there is no key.
final class NoKey {
    private static final Messages MESSAGES = Messages.of(NoKey.class);

    private NoKey() {}

    static SourceException because(String word, Object... arguments) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(word, arguments));
    }

    static SourceException nowhere(String word, Object... arguments) {
        return new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text(word, arguments));
    }

    /// Of an answer that is not `Done`; its detail comes after the arguments.
    ///
    /// @param word of AWS's own no
    static SourceException after(AwsAnswer answer, String word, Object... arguments) {
        Object[] all =
                Stream.concat(Stream.of(arguments), Stream.of(answer.detail())).toArray();
        return switch (answer) {
            case AwsAnswer.Failed _, AwsAnswer.Done _ -> because(word, all);
            case AwsAnswer.Foreign foreign when foreign.status() / 100 == 4 -> because(word, all);
            case AwsAnswer.Foreign _, AwsAnswer.None _ ->
                new SourceException(SourceException.Kind.UNREACHABLE, answer.detail());
        };
    }
}
