package dev.curfew.connector.aws.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks CloudTrail's event history what was changed (CloudTrail API Reference, `LookupEvents`), the newest first.
final class EventLookup {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// As many as there may be.
    private static final int EVENTS_A_PAGE = 50;

    /// An account where more is changed within the time asked for is read whole from time to time anyhow.
    private static final int PAGES_MAX = 20;

    /// "The rate of lookup requests is limited to two per second, per account, per Region."
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(500);

    private final AwsClient client;
    private final AwsKey key;
    private final AwsClient.Waiting waiting;

    EventLookup(AwsClient client, AwsKey key, AwsClient.Waiting waiting) {
        this.client = client;
        this.key = key;
        this.waiting = waiting;
    }

    /// The events, or the answer instead of one of its pages.
    sealed interface Found {
        record Events(List<TrailedEvent> events) implements Found {}

        record Not(AwsAnswer answer) implements Found {}
    }

    /// Of changes only: whoever reads, as Curfew does, fills the history too.
    Found since(Instant start) throws InterruptedException {
        List<TrailedEvent> events = new ArrayList<>();
        Optional<String> token = Optional.empty();
        for (int page = 0; page < PAGES_MAX; page++) {
            if (page > 0) {
                waiting.pass(BETWEEN_PAGES);
            }
            AwsAnswer answer = client.call(call(start, token), key);
            if (!(answer instanceof AwsAnswer.Done done)) {
                return new Found.Not(answer);
            }
            try {
                JsonNode body = JSON.readTree(done.body());
                events.addAll(events(body));
                token = Optional.of(body.path("NextToken").asText()).filter(text -> !text.isEmpty());
            } catch (JsonProcessingException | IllegalArgumentException _) {
                // its words would quote what was received
                return new Found.Not(new AwsAnswer.Foreign(
                        200, Messages.of(EventLookup.class).text("foreign")));
            }
            if (token.isEmpty()) {
                break;
            }
        }
        return new Found.Events(events);
    }

    private static List<TrailedEvent> events(JsonNode body) {
        if (!body.path("Events").isArray()) {
            throw new IllegalArgumentException("no events");
        }
        List<TrailedEvent> events = new ArrayList<>();
        body.path("Events").forEach(event -> events.add(TrailedEvent.of(event)));
        return events;
    }

    static AwsJsonCall call(Instant start, Optional<String> token) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("LookupAttributes", List.of(Map.of("AttributeKey", "ReadOnly", "AttributeValue", "false")));
        parameters.put("StartTime", start.getEpochSecond());
        parameters.put("MaxResults", EVENTS_A_PAGE);
        token.ifPresent(text -> parameters.put("NextToken", text));
        return new AwsJsonCall(AwsService.CLOUDTRAIL, "LookupEvents", parameters);
    }
}
