package dev.curfew.connector.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Fetches a realm's login events, newest first.
final class Events {
    private static final Messages MESSAGES = Messages.of(Events.class);

    /// A busy realm has millions. These many tell of every client that is used at all often, in some seconds; how far
    /// back they reach is told.
    static final int EVENTS_MAX = 10_000;

    private static final int PAGE = 1000;

    private final Reading reading;
    private final Realm realm;
    private final Instant now;

    Events(Reading reading, Realm realm, Instant now) {
        this.reading = reading;
        this.realm = realm;
        this.now = now;
    }

    Fetched<Uses> fetch() throws InterruptedException {
        JsonNode config = realm.document();
        if (config.has("eventsEnabled") && !config.path("eventsEnabled").asBoolean()) {
            return Fetched.whole(Uses.none(MESSAGES.text("events.off")));
        }
        List<String> kept = Json.texts(config.path("enabledEventTypes"));
        if (!kept.isEmpty() && kept.stream().noneMatch(Uses.OF_USE::contains)) {
            return Fetched.whole(Uses.none(MESSAGES.text("events.other")));
        }
        return listed();
    }

    /// Events come while they are read, so that the pages shift; one that is told twice changes nothing.
    private Fetched<Uses> listed() throws InterruptedException {
        Map<String, JsonNode> lastUse = new HashMap<>();
        Map<String, JsonNode> registered = new HashMap<>();
        Instant oldest = now;
        int read = 0;
        while (read < EVENTS_MAX) {
            KcAnswer answer = reading.read(realm.path("events?" + types() + "&max=" + PAGE + "&first=" + read));
            if (!(answer instanceof KcAnswer.Done done)) {
                return Fetched.upTo(
                        read == 0
                                ? Uses.none(MESSAGES.text("events.unread", answer.words()))
                                : uses(lastUse, registered, oldest),
                        answer);
            }
            List<JsonNode> page = new ArrayList<>();
            done.body().forEach(page::add);
            for (JsonNode event : page) {
                boolean isUse = Uses.OF_USE.contains(event.path("type").asText());
                (isUse ? lastUse : registered)
                        .putIfAbsent(event.path("clientId").asText(), event);
                oldest = Instant.ofEpochMilli(event.path("time").asLong());
            }
            read += page.size();
            if (page.size() < PAGE) {
                break;
            }
        }
        return Fetched.whole(uses(lastUse, registered, oldest));
    }

    private Uses uses(Map<String, JsonNode> lastUse, Map<String, JsonNode> registered, Instant oldest) {
        Duration reach =
                Duration.ofDays(Math.max(0, Duration.between(oldest, now).toDays()));
        return new Uses(lastUse, registered, reach, null);
    }

    private static String types() {
        TreeSet<String> types = new TreeSet<>(Uses.OF_USE);
        types.addAll(Uses.OF_REGISTRATION);
        return String.join(
                "&", types.stream().map(type -> Form.query("type", type)).toList());
    }
}
