package dev.curfew.connector.kubernetes.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Kubernetes' JSON within limits.
public final class JsonReading {
    /// An object in etcd has at most 1.5 MiB; nothing in it is longer.
    private static final int TEXT_CHARACTERS_MAX = 2 * 1024 * 1024;

    /// Schemas of custom resources go deeper, and are not read.
    static final int DEPTH_MAX = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(TEXT_CHARACTERS_MAX)
                    .maxNestingDepth(DEPTH_MAX * 4)
                    .build())
            .build();

    private JsonReading() {}

    /// Its failures quote what could not be read: they go no further than whoever catches them.
    public static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in);
    }

    /// Empty where the text is no JSON object.
    public static Optional<Doc> object(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    ? Optional.of(Shape.WHOLE.read(parser))
                    : Optional.empty();
        } catch (JsonProcessingException _) {
            // The exception quotes what it could not read, so it goes no further.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
    }
}
