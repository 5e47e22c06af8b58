package dev.curfew.connector.kubernetes.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.JsonReading;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The objects of one or several lists, one after another in a file. It is read twice: what an object is may stand
/// after
/// what it holds, and of that, which can be a Secret's values, only what is kept is ever read.
final class ListedObjects {
    private static final Messages MESSAGES = Messages.of(ListedObjects.class);
    private static final Shape TYPE = Shape.of("apiVersion", "kind");

    /// As many as are read of a server.
    private static final int OBJECTS_MAX = 500_000;

    private ListedObjects() {}

    /// What the API server lists each object under, in their order.
    ///
    /// @throws SourceException if these are no lists
    static List<String> paths(InputStream file) throws IOException {
        List<String> paths = new ArrayList<>();
        each(file, parser -> {
            List<Doc> types = new ArrayList<>();
            Doc list = TYPE.read(parser, "items", item -> types.add(TYPE.read(item)));
            String of = list.text("kind");
            if (!of.endsWith("List")) {
                throw refused("no-list", of.isEmpty() ? "{…}" : of);
            }
            types.forEach(type -> paths.add(path(type, list)));
            if (paths.size() > OBJECTS_MAX) {
                throw refused("limit", OBJECTS_MAX);
            }
        });
        return paths;
    }

    /// @param each is handed every object as it starts, and reads it to its end
    static void read(InputStream file, Shape.Item each) throws IOException {
        each(file, parser -> TYPE.read(parser, "items", each));
    }

    /// Of the list of one kind, the list says of which.
    private static String path(Doc type, Doc list) {
        String kind = type.text("kind").isEmpty()
                ? list.text("kind").substring(0, list.text("kind").length() - "List".length())
                : type.text("kind");
        String version = type.text("apiVersion").isEmpty() ? list.text("apiVersion") : type.text("apiVersion");
        return (version.contains("/") ? "apis/" : "api/") + version + "/" + kind.toLowerCase(Locale.ROOT) + "s";
    }

    private static void each(InputStream file, Shape.Item list) throws IOException {
        try (JsonParser parser = JsonReading.parser(file)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw refused("no-list", token.name());
                }
                list.read(parser);
                if (parser.currentToken() != JsonToken.END_OBJECT) {
                    throw refused("broken-off", parser.currentLocation().getLineNr());
                }
            }
        } catch (JsonProcessingException e) {
            // The exception quotes what it could not read, so it goes no further.
            throw refused(
                    "no-json", e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        }
    }

    private static SourceException refused(String key, Object argument) {
        return new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text(key, argument));
    }
}
