package dev.curfew.connector.openbao.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.sheet.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fields of an answer as tags.
public final class Fields {
    private Fields() {}

    /// Those of the named ones that are set, by their names with hyphens; OpenBao writes 0, "" and [] for what is not.
    public static Map<String, String> said(JsonNode object, List<String> names) {
        Map<String, String> said = new TreeMap<>();
        for (String name : names) {
            String text = text(object.path(name));
            if (!text.isEmpty() && !text.equals("0")) {
                said.put(name.replace('_', '-'), text);
            }
        }
        return said;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return String.join(",", Json.texts(value));
        }
        if (value.isObject()) {
            return value.isEmpty() ? "" : Json.all(value);
        }
        return value.isNull() ? "" : value.asText();
    }
}
