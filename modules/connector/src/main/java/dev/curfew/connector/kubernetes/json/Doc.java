package dev.curfew.connector.kubernetes.json;

import dev.curfew.model.text.CanonicalJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON object. What is not there reads as empty.
///
/// @param fields values that `CanonicalJson` takes
public record Doc(Map<String, ?> fields) {
    public static final Doc EMPTY = new Doc(Map.of());

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /// Empty where it is none.
    public String text(String field) {
        return fields.get(field) instanceof String text ? text : "";
    }

    public boolean isTrue(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    public boolean isFalse(String field) {
        return Boolean.FALSE.equals(fields.get(field));
    }

    public Optional<Long> number(String field) {
        return fields.get(field) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /// An RFC 3339 time.
    public Optional<Instant> instant(String field) {
        try {
            String text = text(field);
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            // Whoever asks says that it is unknown.
            return Optional.empty();
        }
    }

    public Doc doc(String field) {
        return of(fields.get(field));
    }

    /// Through one object after another.
    public Doc at(String... path) {
        Doc doc = this;
        for (String field : path) {
            doc = doc.doc(field);
        }
        return doc;
    }

    /// The objects of an array.
    public List<Doc> docs(String field) {
        List<Doc> docs = new ArrayList<>();
        if (fields.get(field) instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?>) {
                    docs.add(of(element));
                }
            }
        }
        return docs;
    }

    /// The texts of an array.
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        if (fields.get(field) instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /// The texts of an object, in its order.
    public Map<String, String> textMap(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        doc(field).fields().forEach((key, value) -> {
            if (value instanceof String text) {
                texts.put(key, text);
            }
        });
        return texts;
    }

    public String json() {
        return CanonicalJson.text(fields);
    }

    @SuppressWarnings("unchecked") // JsonReading puts no other maps
    private static Doc of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Doc((Map<String, ?>) map) : EMPTY;
    }
}
