package dev.curfew.analysis.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scalar, or a list of scalars alone, as texts that are taken out when somebody asks.
public final class JsonTexts {
    public static final JsonTexts NONE = of(JsonNodeFactory.instance.arrayNode());

    private final JsonText json;
    private final int first;
    private final int size;

    /// Null until somebody asks.
    private volatile String @Nullable [] taken;

    private JsonTexts(JsonText json, int first, int size) {
        this.json = json;
        this.first = first;
        this.size = size;
    }

    /// @param at where a scalar is, or a list of nothing but scalars
    public static JsonTexts of(JsonText json, int at) {
        return json.isList(at) ? new JsonTexts(json, json.first(at), json.size(at)) : new JsonTexts(json, at, 1);
    }

    public static JsonTexts of(Collection<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return of(list);
    }

    private static JsonTexts of(ArrayNode list) {
        return of(JsonText.of(list), JsonText.ROOT);
    }

    public int size() {
        return size;
    }

    public JsonText json() {
        return json;
    }

    /// Where one of them is.
    public int at(int number) {
        return first + number * JsonScan.PLACE;
    }

    public String text(int number) {
        return json.text(at(number));
    }

    /// All of them, kept once they are taken out; not to be changed.
    public String[] taken() {
        String[] known = taken;
        if (known != null) {
            return known;
        }
        String[] texts = new String[size];
        for (int i = 0; i < size; i++) {
            texts[i] = text(i);
        }
        taken = texts;
        return texts;
    }

    /// All of them, as [JsonText#name] has them.
    public List<String> names() {
        String[] names = new String[size];
        for (int i = 0; i < size; i++) {
            names[i] = json.name(at(i));
        }
        return List.of(names);
    }

    /// Whether one of them is this text.
    ///
    /// @param text of ASCII
    public boolean contains(String text) {
        for (int i = 0; i < size; i++) {
            if (json.is(at(i), text)) {
                return true;
            }
        }
        return false;
    }
}
