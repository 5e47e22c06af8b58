package dev.curfew.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// What a server answered to a test.
///
/// @param call method and path
/// @param status the HTTP status
/// @param body as it came
public record Answer(String call, int status, String body) {
    private static final Messages MESSAGES = Messages.of(Answer.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @throws TestbedException for a status of 400 or more
    public Answer ok() {
        if (status >= 400) {
            throw new TestbedException(MESSAGES.text("call.refused", call, status, body));
        }
        return this;
    }

    /// The text at a JSON pointer (RFC 6901), for example `/auth/client_token`; empty if there is none.
    public String text(String pointer) {
        return tree().at(pointer).asText();
    }

    /// The texts of the array at a JSON pointer; empty if there is none.
    public List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        tree().at(pointer).forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private JsonNode tree() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new TestbedException(MESSAGES.text("call.refused", call, status, body), e);
        }
    }
}
