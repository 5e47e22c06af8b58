package dev.curfew.app.cli.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON object in the making: fields in the order they are put.
public final class Fields {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    public Fields put(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    public Map<String, @Nullable Object> map() {
        return Collections.unmodifiableMap(fields);
    }
}
