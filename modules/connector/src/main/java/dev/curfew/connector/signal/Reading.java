package dev.curfew.connector.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.signal.SignalSubject;
import java.util.LinkedHashMap;
import java.util.Map;

/// One line of the data that says what a sender's event means here.
///
/// @param event the type of event that it is about; empty where the sender has none that is signed
/// @param when what has to stand where (JSON Pointers, RFC 6901) for it to mean that
/// @param subject where it stands whom it is about, for a person at least; not used of tokens
/// @param form by what that names them; not used of tokens
/// @param at where it says when; not used of tokens
record Reading(
        SignalKind kind, String event, Map<String, JsonNode> when, String subject, SignalSubject.Form form, String at) {

    static Reading of(JsonNode json) {
        Map<String, JsonNode> when = new LinkedHashMap<>();
        json.path("when").properties().forEach(entry -> when.put(entry.getKey(), entry.getValue()));
        return new Reading(
                SignalKind.of(json.path("kind").asText()).orElseThrow(),
                json.path("event").asText(),
                when,
                json.path("subject").asText(),
                SignalSubject.Form.valueOf(json.path("form").asText("OTHER")),
                json.path("at").asText());
    }

    /// Something, whatever it is, is asked for by null.
    boolean fits(JsonNode body) {
        return when.entrySet().stream().allMatch(entry -> {
            JsonNode there = body.at(entry.getKey());
            return entry.getValue().isNull() ? !there.isMissingNode() : there.equals(entry.getValue());
        });
    }
}
