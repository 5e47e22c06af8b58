package dev.curfew.connector.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.text.CanonicalJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What facts take out of a server's JSON.
public final class Json {

    private Json() {}

    /// The listed fields that are there and not null, as canonical JSON. What is not listed is not kept.
    public static String only(JsonNode object, List<String> fields) {
        return CanonicalJson.text(kept(object, fields));
    }

    /// As above; the elements of the array `list` are reduced too.
    public static String only(JsonNode object, List<String> fields, String list, List<String> fieldsOfElement) {
        Map<String, @Nullable Object> kept = kept(object, fields);
        List<Object> elements = new ArrayList<>();
        object.path(list).forEach(element -> elements.add(kept(element, fieldsOfElement)));
        kept.put(list, elements);
        return CanonicalJson.text(kept);
    }

    /// The listed fields that are there and not null.
    public static Map<String, @Nullable Object> kept(JsonNode object, List<String> fields) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        for (String field : fields) {
            if (object.hasNonNull(field)) {
                kept.put(field, plain(object.path(field)));
            }
        }
        return kept;
    }

    /// The whole of it, as canonical JSON: for what was reduced before.
    public static String all(JsonNode object) {
        return CanonicalJson.text(plain(object));
    }

    public static String text(Map<String, String> fields) {
        return CanonicalJson.text(fields);
    }

    /// Without repetition, in their order.
    public static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts.stream().distinct().toList();
    }

    public static Map<String, String> textMap(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    /// An RFC 3339 time; empty where there is none.
    public static Optional<Instant> instant(JsonNode text) {
        try {
            return text.isTextual() && !text.asText().isEmpty()
                    ? Optional.of(Instant.parse(text.asText()))
                    : Optional.empty();
        } catch (DateTimeException _) {
            // Whoever asks says that it is unknown.
            return Optional.empty();
        }
    }

    private static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, @Nullable Object> map = new TreeMap<>();
                node.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
                yield map;
            }
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                node.forEach(element -> list.add(plain(element)));
                yield list;
            }
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.canConvertToInt() && node.isIntegralNumber() ? node.intValue() : node.asText();
            case NULL, MISSING -> null;
            case STRING, BINARY, POJO -> node.asText();
        };
    }
}
