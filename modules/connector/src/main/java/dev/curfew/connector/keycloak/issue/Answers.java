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
        if (answer instanceof KcAnswer.Done done) {
            return done;
        }
        throw new SourceException(answer.kind(), MESSAGES.text(key, what, answer.words()));
    }

    static JsonNode body(KcAnswer answer, String key, String what) {
        return done(answer, key, what).body();
    }
}
