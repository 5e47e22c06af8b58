package dev.curfew.connector.postgres.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.record.Entries;
import dev.curfew.connector.record.Entry;
import dev.curfew.connector.record.line.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// `jsonlog`: an object a line.
///
/// <https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-LOGGING-JSONLOG>
final class JsonEntries implements Entries<LogLine> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lines lines;

    JsonEntries(InputStream in) {
        lines = new Lines(in);
    }

    @Override
    public Optional<Entry<LogLine>> next() throws IOException {
        for (Optional<Lines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            Lines.Line line = next.get();
            Optional<Entry<LogLine>> entry = entry(line);
            if (entry.isEmpty() && !line.ended()) {
                // it is still being written
                return Optional.empty();
            }
            if (entry.isPresent() || line.tooLong() || !line.text().isBlank()) {
                return Optional.of(entry.orElseGet(() -> new Entry.Broken<>(line.number())));
            }
        }
        return Optional.empty();
    }

    private static Optional<Entry<LogLine>> entry(Lines.Line line) {
        try {
            JsonNode object = JSON.readTree(line.text());
            return object == null
                    ? Optional.empty()
                    : LogTime.of(object.path("timestamp").asText())
                            .map(at -> new Entry.Whole<>(line.number(), at, line(object)));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static LogLine line(JsonNode object) {
        return new LogLine(
                object.path("timestamp").asText(),
                object.path("user").asText(),
                object.path("dbname").asText(),
                object.path("remote_host").asText(),
                object.path("application_name").asText(),
                object.path("session_id").asText(),
                object.path("line_num").asLong(),
                object.path("error_severity").asText(),
                object.path("state_code").asText(),
                object.path("message").asText(),
                object.path("detail").asText(),
                object.path("statement").asText());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
