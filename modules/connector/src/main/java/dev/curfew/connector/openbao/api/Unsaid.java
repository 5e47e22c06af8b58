package dev.curfew.connector.openbao.api;

import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;

/// That it could not be looked up whose a value is.
public final class Unsaid {
    private static final Messages MESSAGES = Messages.of(Unsaid.class);

    private Unsaid() {}

    /// @param right what the reading token needs for it: missing only where OpenBao says so
    public static String words(BaoAnswer answer, String right) {
        return answer instanceof BaoAnswer.Refused refused && refused.byPolicy()
                ? MESSAGES.text("unsaid.right", answer.words(), right)
                : MESSAGES.text("unsaid", answer.words());
    }

    /// @param right as above
    public static SourceException failure(BaoAnswer answer, String right) {
        return answer.failure(words(answer, right));
    }

    /// Where it was not asked for another reason.
    public static SourceException because(String why) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("unsaid", why));
    }
}
