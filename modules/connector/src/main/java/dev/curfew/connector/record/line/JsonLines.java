package dev.curfew.connector.record.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.record.Entries;
import dev.curfew.connector.record.Entry;
import dev.curfew.connector.record.RecordForm;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// A JSON object a line. Most are somebody else's, and are not taken apart here: an entry is its text.
///
/// @param time the field of each that says when it was
/// @param names which files of a folder belong to it, by their paths
public record JsonLines(String time, Predicate<String> names) implements RecordForm<String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Entries<String> open(InputStream in) {
        return new Read(new Lines(in), time);
    }

    @Override
    public boolean holds(String path) {
        return names.test(path);
    }

    private record Read(Lines lines, String time) implements Entries<String> {

        @Override
        public Optional<Entry<String>> next() throws IOException {
            for (Optional<Lines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                Lines.Line line = next.get();
                String text = line.text().strip();
                boolean isWhole = text.startsWith("{") && text.endsWith("}");
                if (!isWhole && !line.ended()) {
                    return Optional.empty();
                }
                if (isWhole || line.tooLong() || !text.isEmpty()) {
                    return Optional.of(at(isWhole ? text : "")
                            .<Entry<String>>map(at -> new Entry.Whole<>(line.number(), at, text))
                            .orElseGet(() -> new Entry.Broken<>(line.number())));
                }
            }
            return Optional.empty();
        }

        /// Servers write the field without spaces; whoever copied the record may not have.
        private Optional<Instant> at(String text) {
            String field = "\"" + time + "\":\"";
            int begin = text.indexOf(field);
            if (begin >= 0) {
                int from = begin + field.length();
                return instant(text.substring(from, Math.max(from, text.indexOf('"', from))));
            }
            try {
                return instant(
                        text.isEmpty() ? "" : JSON.readTree(text).path(time).asText());
            } catch (JsonProcessingException _) {
                return Optional.empty();
            }
        }

        private static Optional<Instant> instant(String text) {
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
