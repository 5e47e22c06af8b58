package dev.curfew.connector.keycloak.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fetches events, oldest first. What could not be fetched is a gap.
final class EventLists {
    static final String ADMIN = "admin-events";
    static final String LOGIN = "events";

    private static final Messages MESSAGES = Messages.of(EventLists.class);
    private static final String OLDEST_FIRST = "&direction=asc";
    private static final int PAGE = 500;

    private final KcSession session;
    private final int eventsMax;
    private final List<String> gaps = new ArrayList<>();

    /// @param eventsMax of one list
    EventLists(KcSession session, int eventsMax) {
        this.session = session;
        this.eventsMax = eventsMax;
    }

    /// @param list one of those above
    /// @param of further words of the query
    List<JsonNode> since(String realm, String list, String of, Instant since) throws InterruptedException {
        // Older servers do not know the direction, so that pages shift: by id none is told twice.
        Map<String, JsonNode> events = new LinkedHashMap<>();
        String path = path(realm, list + "?" + of + "&dateFrom=" + Math.max(0, since.toEpochMilli()) + OLDEST_FIRST);
        for (int first = 0; first < eventsMax; first += PAGE) {
            KcAnswer answer = session.read(path + "&max=" + Math.min(PAGE, eventsMax - first) + "&first=" + first);
            if (!(answer instanceof KcAnswer.Done done) || !done.body().isArray()) {
                gaps.add(MESSAGES.text("gap.unread." + list, realm, answer.words()));
                return List.copyOf(events.values());
            }
            done.body().forEach(event -> events.putIfAbsent(event.path("id").asText(event.toString()), event));
            if (done.body().size() < PAGE) {
                return List.copyOf(events.values());
            }
        }
        gaps.add(MESSAGES.text("gap.many", realm, eventsMax));
        return List.copyOf(events.values());
    }

    /// Empty where it may not be seen, which is a gap.
    Optional<Kept> kept(String realm) throws InterruptedException {
        KcAnswer config = session.read(path(realm, "events/config"));
        if (!(config instanceof KcAnswer.Done done)) {
            gaps.add(MESSAGES.text("gap.config", realm, config.words()));
            return Optional.empty();
        }
        KcAnswer document = session.read("realms/" + Form.segment(realm));
        long expiry = document instanceof KcAnswer.Done it
                ? it.body().path("attributes").path("adminEventsExpiration").asLong()
                : 0;
        return Optional.of(new Kept(realm, done.body(), expiry, oldest(realm, ADMIN), oldest(realm, LOGIN)));
    }

    private @Nullable Instant oldest(String realm, String list) throws InterruptedException {
        KcAnswer answer = session.read(path(realm, list + "?max=1" + OLDEST_FIRST));
        return answer instanceof KcAnswer.Done done && done.body().path(0).has("time")
                ? Instant.ofEpochMilli(done.body().path(0).path("time").asLong())
                : null;
    }

    private static String path(String realm, String below) {
        return "realms/" + Form.segment(realm) + "/" + below;
    }

    List<String> gaps() {
        return gaps;
    }
}
