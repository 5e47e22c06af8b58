package dev.curfew.connector.keycloak.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;

/// Takes answers that must be good.
final class Answers {
    private static final Messages MESSAGES = Messages.of(Answers.class);

    private Answers() {}

    /// @param key of the words, with what was asked for and Keycloak's words
    /// @throws SourceException for any other answer
    static KcAnswer.Done done(KcAnswer answer, String key, String what) {
        return switch (answer) {
            case KcAnswer.Done done -> done;
            case KcAnswer.Refused _, KcAnswer.Unaccepted _, KcAnswer.Rejected _, KcAnswer.Absent _ ->
                throw failure(SourceException.Kind.REFUSED, key, what, answer);
            case KcAnswer.Throttled _ -> throw failure(SourceException.Kind.THROTTLED, key, what, answer);
            case KcAnswer.Failed _, KcAnswer.Silent _ ->
                throw failure(SourceException.Kind.UNREACHABLE, key, what, answer);
            case KcAnswer.Foreign _ -> throw failure(SourceException.Kind.MALFORMED, key, what, answer);
        };
    }

    static JsonNode body(KcAnswer answer, String key, String what) {
        return done(answer, key, what).body();
    }

    private static SourceException failure(SourceException.Kind kind, String key, String what, KcAnswer answer) {
        return new SourceException(kind, MESSAGES.text(key, what, answer.words()));
    }
}
