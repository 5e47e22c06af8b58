package dev.curfew.connector.kubernetes.list;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.JsonReading;
import dev.curfew.connector.kubernetes.json.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads one page of a list as it arrives.
final class PageReader implements Http.BodyReader {
    private static final Shape METADATA = Shape.of("continue", "resourceVersion", "remainingItemCount");
    private static final Shape COLUMNS = Shape.of("name");

    private final Form form;
    private final Shape shape;
    private final List<Doc> items = new ArrayList<>();
    private Doc head = Doc.EMPTY;
    private boolean isList;

    PageReader(Form form, Shape shape) {
        this.form = form;
        this.shape = shape;
    }

    @Override
    public void read(InputStream body) throws IOException {
        items.clear();
        head = Doc.EMPTY;
        isList = false;
        Shape page = Shape.of("kind").with("metadata", METADATA).with("columnDefinitions", COLUMNS);
        try (JsonParser parser = JsonReading.parser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                head = page.read(parser, form.items(), item -> items.add(shape.read(item)));
                String kind = head.text("kind");
                isList = parser.nextToken() == null && (kind.endsWith("List") || kind.equals("Table"));
            }
        } catch (JsonProcessingException _) {
            // The exception quotes what it could not read, so it goes no further. What came before it is whole.
            isList = false;
        }
    }

    /// Whether it was one, to its end.
    boolean isList() {
        return isList;
    }

    /// Those that could be read.
    List<Doc> items() {
        return items;
    }

    /// Of a table.
    List<String> columns() {
        return head.docs("columnDefinitions").stream()
                .map(it -> it.text("name"))
                .toList();
    }

    /// Where the next page begins; empty after the last.
    String next() {
        return head.doc("metadata").text("continue");
    }

    String resourceVersion() {
        return head.doc("metadata").text("resourceVersion");
    }

    /// How many come after this page; -1 where the server does not say.
    long remaining() {
        return head.doc("metadata").number("remainingItemCount").orElse(next().isEmpty() ? 0L : -1L);
    }
}
