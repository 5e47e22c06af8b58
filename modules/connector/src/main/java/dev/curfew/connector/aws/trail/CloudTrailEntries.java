package dev.curfew.connector.aws.trail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.record.Entries;
import dev.curfew.connector.record.Entry;
import dev.curfew.connector.sheet.Json;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The records of one file. CloudTrail writes them in no order: so many are held back as are ordered.
final class CloudTrailEntries implements Entries<JsonNode> {
    /// A record has some KiB, and a file some hundred of them.
    private static final int HELD = 1_000;

    private final JsonParser parser;
    private final PriorityQueue<Entry.Whole<JsonNode>> held =
            new PriorityQueue<>(Comparator.comparing(Entry.Whole<JsonNode>::at));
    private final Deque<Entry<JsonNode>> broken = new ArrayDeque<>();
    private @Nullable IOException failure;
    private boolean begun;
    private boolean ended;

    CloudTrailEntries(JsonParser parser) {
        this.parser = parser;
    }

    @Override
    public Optional<Entry<JsonNode>> next() throws IOException {
        while (!ended && held.size() < HELD && broken.isEmpty()) {
            read();
        }
        if (held.isEmpty() && broken.isEmpty() && failure != null) {
            throw failure;
        }
        return broken.isEmpty() ? Optional.ofNullable(held.poll()) : Optional.of(broken.remove());
    }

    /// One more. What is no JSON ends a file, for nobody can tell where it would go on.
    private void read() {
        try {
            if (!begun) {
                begun = true;
                ended = !toRecords();
            }
            if (ended) {
                return;
            }
            ended = parser.nextToken() != JsonToken.START_OBJECT && parser.currentToken() == JsonToken.END_ARRAY;
            if (ended) {
                toTheEnd();
            } else {
                long line = line();
                record(line, parser.readValueAsTree());
            }
        } catch (JsonProcessingException e) {
            ended = true;
            broken.add(new Entry.Broken<>(
                    e.getLocation() == null ? line() : e.getLocation().getLineNr()));
        } catch (IOException e) {
            // What came before is told first.
            ended = true;
            failure = e;
        }
    }

    private void record(long line, JsonNode record) {
        Json.instant(record.path("eventTime"))
                .filter(_ -> record.path("userIdentity").isObject())
                .ifPresentOrElse(
                        at -> held.add(new Entry.Whole<>(line, at, record)),
                        () -> broken.add(new Entry.Broken<>(line)));
    }

    private boolean toRecords() throws IOException {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isIt = parser.currentName().equals("Records");
                if (parser.nextToken() == JsonToken.START_ARRAY && isIt) {
                    return true;
                }
                parser.skipChildren();
            }
        }
        broken.add(new Entry.Broken<>(line()));
        return false;
    }

    /// A file that was cut off behind its last record lacks nothing that can be named, and is told of all the same.
    private void toTheEnd() throws IOException {
        while (parser.nextToken() != null) {
            parser.skipChildren();
        }
    }

    private long line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
