package dev.curfew.connector.kubernetes.watch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.JsonReading;
import dev.curfew.connector.kubernetes.json.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/// Reads what a watch tells, as it tells it.
///
/// <https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes>
final class EventReader implements Http.BodyReader {
    private static final Shape EVENT = Shape.of("type")
            .with("object", Shape.of("code").with("metadata", Shape.of("uid", "generation", "resourceVersion")));

    /// The place in the course of changes is one that the server no longer remembers.
    private static final long GONE = 410;

    private final Runnable changed;

    /// By uid, of what has one: what happens to an object's state alone leaves it as it is.
    private final Map<String, Long> generations = new HashMap<>();

    private String version;
    private boolean lost;

    EventReader(String version, Runnable changed) {
        this.version = version;
        this.changed = changed;
    }

    /// Where the next watch goes on.
    String version() {
        return version;
    }

    /// Whether it has to begin anew.
    boolean isLost() {
        return lost;
    }

    @Override
    public void read(InputStream body) throws IOException {
        try (JsonParser parser = JsonReading.parser(body)) {
            while (!lost && parser.nextToken() == JsonToken.START_OBJECT) {
                event(EVENT.read(parser));
            }
        } catch (JsonProcessingException _) {
            // The exception quotes what it could not read, so it goes no further. What is missed is listed.
            lost = true;
        }
    }

    private void event(Doc event) {
        Doc object = event.doc("object");
        Doc metadata = object.doc("metadata");
        switch (event.text("type")) {
            case "BOOKMARK" -> version = metadata.text("resourceVersion");
            case "ADDED", "MODIFIED", "DELETED" -> {
                version = metadata.text("resourceVersion");
                if (concerns(event.text("type"), metadata)) {
                    changed.run();
                }
            }
            case "ERROR" -> lost |= object.number("code").orElse(GONE) >= 0;
            default -> {
                // A kind of event that there was not when this was written says nothing here.
            }
        }
    }

    private boolean concerns(String type, Doc metadata) {
        String uid = metadata.text("uid");
        if (type.equals("DELETED")) {
            generations.remove(uid);
            return true;
        }
        Long generation = metadata.number("generation").orElse(null);
        return generation == null || !generation.equals(generations.put(uid, generation));
    }
}
