package dev.curfew.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;

/// What the server answered.
///
/// @param headers by lower-case name
record Told(int status, Map<String, String> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(status + " " + body, e);
        }
    }

    String text(String pointer) {
        return json().at(pointer).asText();
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /// The last part of a problem's type.
    String problem() {
        return text("/type").replace("urn:curfew:problem:", "");
    }
}
