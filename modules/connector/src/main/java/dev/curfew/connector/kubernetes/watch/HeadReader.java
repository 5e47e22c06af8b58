package dev.curfew.connector.kubernetes.watch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.kubernetes.json.JsonReading;
import dev.curfew.connector.kubernetes.json.Shape;
import java.io.IOException;
import java.io.InputStream;

/// Of a list, as of which moment it is.
final class HeadReader implements Http.BodyReader {
    private static final Shape LIST = Shape.of().with("metadata", Shape.of("resourceVersion"));

    private String version = "";

    @Override
    public void read(InputStream body) throws IOException {
        try (JsonParser parser = JsonReading.parser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                version = LIST.read(parser).doc("metadata").text("resourceVersion");
            }
        } catch (JsonProcessingException _) {
            // The exception quotes what it could not read. Without a version a watch begins with all there is.
            version = "";
        }
    }

    String version() {
        return version;
    }
}
