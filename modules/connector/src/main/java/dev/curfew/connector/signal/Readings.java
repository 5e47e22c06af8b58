package dev.curfew.connector.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/// What senders' events mean, as `hub.json` and `events.json` beside this class say.
record Readings(List<Reading> all) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Readings {
        all = List.copyOf(all);
    }

    static Readings packaged(String file) {
        return new Readings(StreamSupport.stream(json(file).spliterator(), false)
                .map(Reading::of)
                .toList());
    }

    /// A file beside this class.
    static JsonNode json(String file) {
        try {
            return JSON.readTree(Messages.of(Readings.class).file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Reading> of(String event, JsonNode body) {
        return all.stream()
                .filter(one -> one.event().equals(event) && one.fits(body))
                .toList();
    }
}
