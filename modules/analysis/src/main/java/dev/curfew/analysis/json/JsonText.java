package dev.curfew.analysis.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A JSON text and where its values are. A place is the number of a value in the order of the text; a place at which
/// nothing is, is [#NOWHERE].
public final class JsonText {
    /// Where the outermost value is.
    public static final int ROOT = 0;

    public static final int NOWHERE = -1;

    /// Numbers are written with all their digits, and texts so that they are ASCII. What is read was read before: how
    /// long it may be was looked at then.
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final byte[] bytes;
    private final int[] places;

    JsonText(byte[] bytes, int[] places) {
        this.bytes = bytes;
        this.places = places;
    }

    /// Empty for a text that is no JSON, has a field of one object twice, is deeper than 1,000, has a number of more
    /// than
    /// 1,000 letters or a name of more than 50,000 as it is written, as Jackson refuses most of them: its parser then
    /// tells what is wrong, or reads it.
    ///
    /// @param bytes UTF-8; kept, so not to be changed
    public static Optional<JsonText> of(byte[] bytes) {
        return JsonScan.of(bytes, true);
    }

    /// Of a tree, which is as if it had been written and read; however long its numbers and names.
    public static JsonText of(JsonNode tree) {
        try {
            return JsonScan.of(JSON.writeValueAsBytes(tree), false)
                    .orElseThrow(() -> new IllegalArgumentException("a tree that cannot be written"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a tree that cannot be written", e);
        }
    }

    public boolean isObject(int at) {
        return kind(at) == JsonScan.OBJECT;
    }

    public boolean isList(int at) {
        return kind(at) == JsonScan.LIST;
    }

    public boolean isText(int at) {
        return kind(at) <= JsonScan.WRITTEN;
    }

    public boolean isNull(int at) {
        return kind(at) == JsonScan.NULL;
    }

    /// Whether it is true or false.
    public boolean isTruth(int at) {
        return kind(at) == JsonScan.TRUE || kind(at) == JsonScan.FALSE;
    }

    public boolean isTrue(int at) {
        return kind(at) == JsonScan.TRUE;
    }

    /// Whether it is neither an object nor a list.
    public boolean isScalar(int at) {
        return kind(at) < JsonScan.OBJECT;
    }

    /// Whether it is a text of ASCII that is written without escapes.
    public boolean isPlain(int at) {
        return kind(at) == JsonScan.PLAIN;
    }

    private int kind(int at) {
        return places[at] & JsonScan.KIND;
    }

    /// How many fields an object has, or items a list.
    public int size(int at) {
        return places[at] >>> JsonScan.KIND_BITS;
    }

    /// Where the first item of a list is, or the name of an object's first field; its value comes after the name.
    public int first(int at) {
        return at + JsonScan.PLACE;
    }

    /// Where the value of a field is.
    ///
    /// @param name where its name is
    public int value(int name) {
        return name + JsonScan.PLACE;
    }

    /// Where the value after the one here is.
    public int after(int at) {
        return isScalar(at) ? at + JsonScan.PLACE : places[at + 2];
    }

    /// Where the value of a field is; nowhere for one that the object does not have.
    ///
    /// @param name of ASCII
    public int field(int object, String name) {
        int at = first(object);
        for (int left = size(object); left > 0; left--) {
            int value = value(at);
            if (is(at, name)) {
                return value;
            }
            at = after(value);
        }
        return NOWHERE;
    }

    /// Whether a text is this one.
    ///
    /// @param text of ASCII
    public boolean is(int at, String text) {
        if (kind(at) != JsonScan.PLAIN) {
            return kind(at) == JsonScan.WRITTEN && text(at).equals(text);
        }
        int from = places[at + 1];
        int length = text.length();
        if (places[at + 2] - from != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Where a scalar's letters begin, for a text those between its quotes.
    public int start(int at) {
        return places[at + 1];
    }

    /// Where a scalar's letters end.
    public int end(int at) {
        return places[at + 2];
    }

    /// Not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// A text, or a number or truth value as text. A number with a fraction or an exponent is told as
    /// [java.math.BigDecimal] tells it.
    @SuppressWarnings("deprecation") // the one way to take ASCII as it is, without looking at each letter again
    public String text(int at) {
        int from = places[at + 1];
        int length = places[at + 2] - from;
        return switch (kind(at)) {
            case JsonScan.PLAIN, JsonScan.WHOLE, JsonScan.TRUE, JsonScan.FALSE, JsonScan.NULL ->
                new String(bytes, 0, from, length);
            case JsonScan.WRITTEN -> Escapes.resolved(new String(bytes, from, length, StandardCharsets.UTF_8));
            default -> tree(at).asText();
        };
    }

    /// A text that is likely to have come before, as a field's name is: the same object then, mostly.
    public String name(int at) {
        return KnownNames.of(this, at);
    }

    /// A value as a tree has it.
    public JsonNode tree(int at) {
        if (isText(at)) {
            return TextNode.valueOf(text(at));
        }
        try {
            if (isScalar(at)) {
                return JSON.readTree(bytes, places[at + 1], places[at + 2] - places[at + 1]);
            }
            // Of what holds others only the beginning is noted: the parser finds the end, whatever follows.
            return JSON.readTree(bytes, places[at + 1], bytes.length - places[at + 1]);
        } catch (IOException e) {
            throw new IllegalStateException("what has been read is read again", e);
        }
    }
}
