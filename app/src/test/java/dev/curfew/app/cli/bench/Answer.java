package dev.curfew.app.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// What a command line answered.
public record Answer(int exitCode, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Standard output as JSON.
    public JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON on standard output, but: " + out + "\n" + err, e);
        }
    }

    public JsonNode items() {
        return json().path("items");
    }

    /// The only item.
    public JsonNode item() {
        if (items().size() != 1) {
            throw new AssertionError("not one item: " + out + "\n" + err);
        }
        return items().get(0);
    }
}
