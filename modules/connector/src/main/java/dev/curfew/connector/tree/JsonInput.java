package dev.curfew.connector.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.curfew.model.text.Messages;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON, read one value at a time, so that a large file is never in memory whole. UTF-8, or UTF-16 or UTF-32 with or
/// without a mark, as a Windows shell writes it.
///
/// Every method throws [MalformedException] for what is wrong with the text, and `IOException` only where it could
/// not be read at all.
public final class JsonInput implements AutoCloseable {
    /// A role with its policies takes 3 to 10 KiB: room for some 50,000 roles at their largest.
    public static final long BYTES_MAX = 512L << 20;

    /// Policy documents nest some eight deep, the file around them five.
    public static final int DEPTH_MAX = 64;

    /// A policy has at most 10,240 characters (IAM quotas), three times that when percent-encoded.
    public static final int TEXT_CHARACTERS_MAX = 1 << 18;

    private static final int NAME_CHARACTERS_MAX = 1024;

    private static final int NUMBER_CHARACTERS_MAX = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(BYTES_MAX)
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(TEXT_CHARACTERS_MAX)
                    .maxNameLength(NAME_CHARACTERS_MAX)
                    .maxNumberLength(NUMBER_CHARACTERS_MAX)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser parser;

    /// How many of many were read, and whether they are in a list.
    private int many;

    private boolean inList;

    private JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    public static JsonInput of(InputStream bytes) throws IOException {
        return new JsonInput(FACTORY.createParser(bytes));
    }

    /// The whole of a text, which holds one value.
    public static Node parse(String text) {
        try (JsonInput input = new JsonInput(FACTORY.createParser(new StringReader(text)))) {
            JsonToken first = input.next();
            if (first == null) {
                throw new MalformedException(Problem.EMPTY, Place.document(), "");
            }
            Node whole = input.value(first, Place.document());
            input.expectEnd();
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
    }

    /// The document's first token, which must open an object.
    ///
    /// @param expected what the document should be, for a person
    public Place openObject(String expected) throws IOException {
        JsonToken first = next();
        if (first == null) {
            throw new MalformedException(Problem.EMPTY, Place.document(), "");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new MalformedException(Problem.FOREIGN, Place.document(), expected);
        }
        return Place.document();
    }

    /// The next of many values: of a document that is one list, or of values that follow one another, as JSON lines
    /// have them; null where they end.
    public @Nullable Node nextOfMany() throws IOException {
        JsonToken token = next();
        if (many == 0 && token == JsonToken.START_ARRAY) {
            inList = true;
            token = next();
        }
        if (inList && token == JsonToken.END_ARRAY) {
            expectEnd();
            return null;
        }
        if (token == null) {
            if (inList) {
                throw new MalformedException(Problem.TRUNCATED, here(), "");
            }
            return null;
        }
        JsonLocation at = parser.currentTokenLocation();
        Node node = value(token, Place.document().item(many, at.getLineNr(), at.getColumnNr()));
        many++;
        return node;
    }

    /// The next field's name; null where the object ends.
    public @Nullable String nextField() throws IOException {
        return next() == JsonToken.FIELD_NAME ? parser.currentName() : null;
    }

    /// Opens the object that is the value of the field just named.
    public Place openObject(Place object, String name) throws IOException {
        JsonToken token = nextInside();
        JsonLocation at = parser.currentTokenLocation();
        Place place = object.field(name, at.getLineNr(), at.getColumnNr());
        if (token != JsonToken.START_OBJECT) {
            throw new MalformedException(Problem.WRONG_TYPE, place, Expected.object());
        }
        return place;
    }

    /// Opens the list that is the value of the field just named.
    public Place openList(Place object, String name) throws IOException {
        JsonToken token = nextInside();
        JsonLocation at = parser.currentTokenLocation();
        Place place = object.field(name, at.getLineNr(), at.getColumnNr());
        if (token != JsonToken.START_ARRAY) {
            throw new MalformedException(Problem.WRONG_TYPE, place, Expected.list());
        }
        return place;
    }

    /// The next value of the list just opened; null where it ends.
    public @Nullable Node nextItem(Place list, int index) throws IOException {
        JsonToken token = nextInside();
        if (token == JsonToken.END_ARRAY) {
            return null;
        }
        JsonLocation at = parser.currentTokenLocation();
        return value(token, list.item(index, at.getLineNr(), at.getColumnNr()));
    }

    /// The value of the field just named.
    public Node fieldValue(Place object, String name) throws IOException {
        JsonToken token = nextInside();
        JsonLocation at = parser.currentTokenLocation();
        return value(token, object.field(name, at.getLineNr(), at.getColumnNr()));
    }

    /// Passes over the value of the field just named, checking only that it is JSON.
    public void skipField() throws IOException {
        nextInside();
        try {
            parser.skipChildren();
        } catch (JsonProcessingException | CharConversionException e) {
            throw malformed(e);
        }
    }

    /// Nothing but white space may follow.
    public void expectEnd() throws IOException {
        if (next() != null) {
            throw new MalformedException(Problem.UNREADABLE, here(), "");
        }
    }

    private Node value(JsonToken token, Place place) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            return new Node.Fields(place, fields(place));
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> nodes = new ArrayList<>();
            for (Node item = nextItem(place, 0); item != null; item = nextItem(place, nodes.size())) {
                nodes.add(item);
            }
            return new Node.Items(place, nodes);
        }
        String text = text();
        return token == JsonToken.VALUE_STRING
                ? new Node.Text(place, WellFormed.text(text, place))
                : new Node.Literal(place, text);
    }

    private Map<String, Node> fields(Place place) throws IOException {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (String name = nextField(); name != null; name = nextField()) {
            fields.put(WellFormed.text(name, place), fieldValue(place, name));
        }
        return fields;
    }

    private String text() throws IOException {
        try {
            return parser.getText();
        } catch (StreamConstraintsException _) {
            // where it begins: how far it was read depends on buffers that earlier texts left
            throw new MalformedException(Problem.LIMIT, place(parser.currentTokenLocation()), limits());
        } catch (JsonProcessingException | CharConversionException e) {
            throw malformed(e);
        }
    }

    private JsonToken nextInside() throws IOException {
        JsonToken token = next();
        if (token == null) {
            throw new MalformedException(Problem.TRUNCATED, here(), "");
        }
        return token;
    }

    private @Nullable JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException | CharConversionException e) {
            throw malformed(e);
        }
    }

    /// The library's message quotes what it met, so only its kind is used.
    private MalformedException malformed(IOException failure) {
        Place place = here();
        return switch (failure) {
            case StreamConstraintsException _ -> new MalformedException(Problem.LIMIT, place, limits());
            case JsonProcessingException json
            when saysOfItself(json, "Unexpected end-of-input") -> new MalformedException(Problem.TRUNCATED, place, "");
            case JsonProcessingException json
            when saysOfItself(json, "Duplicate ") ->
                new MalformedException(Problem.DUPLICATE, place, Expected.field(parsedName()));
            default -> new MalformedException(Problem.UNREADABLE, place, "");
        };
    }

    /// The library has no types of its own for these; a test holds its words.
    private static boolean saysOfItself(JsonProcessingException failure, String start) {
        return failure.getOriginalMessage().startsWith(start);
    }

    private String parsedName() {
        String name = parser.getParsingContext().getCurrentName();
        return name == null ? "" : name;
    }

    private Place here() {
        return place(parser.currentLocation());
    }

    private Place place(JsonLocation at) {
        return new Place(null, path(parser.getParsingContext()), at.getLineNr(), at.getColumnNr());
    }

    private static String path(JsonStreamContext innermost) {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = innermost; at != null && !at.inRoot(); at = at.getParent()) {
            if (at.inObject() && at.hasCurrentName()) {
                path.insert(0, "." + at.getCurrentName());
            } else if (at.inArray() && at.hasCurrentIndex()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            }
        }
        return path.insert(0, "$").toString();
    }

    private static String limits() {
        return Messages.of(JsonInput.class).text("limits", BYTES_MAX >> 20, DEPTH_MAX, TEXT_CHARACTERS_MAX);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
