package dev.curfew.connector.kubernetes.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of an object is kept. Everything else is passed over while it is read, and never is a value in memory: the
/// values of a Secret, the environment of a container. What holds for an object holds for each of a list of them.
public final class Shape {
    /// Whatever is there.
    public static final Shape WHOLE = new Shape(Map.of(), "", null);

    private static final long EXACT_MAX = 1L << 53;

    private final Map<String, Shape> fields;
    private final String prefix;
    private final @Nullable Leaf leaf;

    private Shape(Map<String, Shape> fields, String prefix, @Nullable Leaf leaf) {
        this.fields = fields;
        this.prefix = prefix;
        this.leaf = leaf;
    }

    /// Makes something else of a text.
    @FunctionalInterface
    public interface Leaf {
        /// @param text read in place: neither kept nor changed
        String of(char[] text, int offset, int length);
    }

    /// These fields of an object, whole.
    public static Shape of(String... fields) {
        Map<String, Shape> kept = new HashMap<>();
        for (String field : fields) {
            kept.put(field, WHOLE);
        }
        return new Shape(kept, "", null);
    }

    /// Each text of an object, made into another.
    public static Shape each(Leaf leaf) {
        return new Shape(Map.of(), "", leaf);
    }

    /// And this one, in a shape of its own.
    public Shape with(String field, Shape shape) {
        Map<String, Shape> kept = new HashMap<>(fields);
        kept.put(field, shape);
        return new Shape(kept, prefix, leaf);
    }

    /// And those that begin so, whole.
    public Shape andThoseOf(String fieldPrefix) {
        return new Shape(fields, fieldPrefix, leaf);
    }

    /// The object that starts here.
    public Doc read(JsonParser parser) throws IOException {
        return new Doc(object(parser, JsonReading.DEPTH_MAX));
    }

    /// As above, but for one array of objects, each of which is handed over as it starts.
    public Doc read(JsonParser parser, String array, Item each) throws IOException {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            if (field.equals(array) && token == JsonToken.START_ARRAY) {
                items(parser, each);
            } else {
                field(parser, field, read, JsonReading.DEPTH_MAX);
            }
        }
        return new Doc(read);
    }

    /// Reads the object that starts here, to its end.
    @FunctionalInterface
    public interface Item {
        void read(JsonParser parser) throws IOException;
    }

    private static void items(JsonParser parser, Item each) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                each.read(parser);
            } else if (token == null) {
                return;
            } else {
                parser.skipChildren();
            }
        }
    }

    private Map<String, @Nullable Object> object(JsonParser parser, int depthMax) throws IOException {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            field(parser, field, read, depthMax);
        }
        return read;
    }

    private void field(JsonParser parser, String field, Map<String, @Nullable Object> into, int depthMax)
            throws IOException {
        Shape shape = shape(field);
        if (shape == null) {
            parser.skipChildren();
        } else {
            shape.value(parser, field, into, depthMax - 1);
        }
    }

    private @Nullable Shape shape(String field) {
        if (this == WHOLE || leaf != null) {
            return leaf == null ? WHOLE : this;
        }
        Shape shape = fields.get(field);
        return shape == null && !prefix.isEmpty() && field.startsWith(prefix) ? WHOLE : shape;
    }

    private void value(JsonParser parser, String field, Map<String, @Nullable Object> into, int depthMax)
            throws IOException {
        if (depthMax < 0) {
            parser.skipChildren();
            return;
        }
        switch (parser.currentToken()) {
            case START_OBJECT -> into.put(field, object(parser, depthMax));
            case START_ARRAY -> into.put(field, array(parser, depthMax));
            default -> {
                if (leaf != null) {
                    scalarOfLeaf(parser, field, into, leaf);
                } else if (this == WHOLE) {
                    into.put(field, scalar(parser));
                }
            }
        }
    }

    private static void scalarOfLeaf(JsonParser parser, String field, Map<String, @Nullable Object> into, Leaf leaf)
            throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            into.put(field, leaf.of(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength()));
        }
    }

    private List<@Nullable Object> array(JsonParser parser, int depthMax) throws IOException {
        List<@Nullable Object> read = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (depthMax <= 0) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT) {
                read.add(object(parser, depthMax - 1));
            } else if (token == JsonToken.START_ARRAY) {
                read.add(array(parser, depthMax - 1));
            } else if (this == WHOLE) {
                read.add(scalar(parser));
            }
        }
        return read;
    }

    private static @Nullable Object scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> parser.getText();
            default -> null;
        };
    }

    /// Beyond what JSON's numbers hold exactly, the text.
    private static Object whole(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return parser.getText();
        }
        long number = parser.getLongValue();
        return Math.abs(number) < EXACT_MAX ? (Object) number : parser.getText();
    }
}
