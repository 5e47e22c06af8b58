package dev.curfew.app.cli.serve.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/// One answer.
///
/// @param body JSON in UTF-8
public record Reply(int status, String contentType, String body, Map<String, String> headers) {
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply json(int status, Map<String, ?> body) {
        return of(status, JSON, body);
    }

    /// Without a body.
    public static Reply empty(int status) {
        return new Reply(status, JSON, "", Map.of());
    }

    /// What is JSON already.
    public static Reply text(String json) {
        return new Reply(200, JSON, json, Map.of());
    }

    static Reply of(int status, String contentType, Map<String, ?> body) {
        try {
            return new Reply(status, contentType, MAPPER.writeValueAsString(body), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers are JSON", e);
        }
    }

    public Reply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, contentType, body, all);
    }
}
