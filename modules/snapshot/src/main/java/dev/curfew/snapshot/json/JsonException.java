package dev.curfew.snapshot.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

/// A text that is not the JSON it should be. The message says where and what, and quotes nothing of the text.
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private JsonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static JsonException of(Class<?> type, JsonProcessingException cause) {
        String where = cause.getLocation() == null
                ? ""
                : ", column " + cause.getLocation().getColumnNr();
        return new JsonException("not a " + type.getSimpleName() + where, cause);
    }

    /// A null where a record should be.
    static JsonException absent(Class<?> type) {
        return new JsonException("not a " + type.getSimpleName() + ", but null", null);
    }
}
