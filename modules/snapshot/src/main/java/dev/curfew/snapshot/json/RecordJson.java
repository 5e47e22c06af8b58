package dev.curfew.snapshot.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/// Turns the model's records into JSON and back.
///
/// Writing is deterministic: properties and map keys stand in order of their names, so equal values give equal text.
/// Reading is strict: an unknown, missing or doubled property, a null where none may be, and trailing text are
/// refused. Safe for use by many threads.
public final class RecordJson {
    private final ObjectMapper mapper = Mapping.mapper();

    /// @throws IllegalArgumentException for a value this does not know how to write
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not written as JSON: " + value.getClass().getName(), e);
        }
    }

    /// @throws JsonException if the text is not exactly such a record
    public <T> T read(String text, Class<T> type) {
        try {
            return present(mapper.readValue(text, type), type);
        } catch (JsonProcessingException e) {
            throw JsonException.of(type, e);
        }
    }

    /// @throws JsonException if the text is not JSON
    public JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw JsonException.of(JsonNode.class, e);
        }
    }

    /// @throws JsonException if the tree is not exactly such a record
    public <T> T read(JsonNode tree, Class<T> type) {
        try {
            return present(mapper.treeToValue(tree, type), type);
        } catch (JsonProcessingException e) {
            throw JsonException.of(type, e);
        }
    }

    private static <T> T present(@Nullable T read, Class<T> type) {
        if (read == null) {
            throw JsonException.absent(type);
        }
        return read;
    }
}
