package dev.curfew.connector.keycloak.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.change.Polling;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.observe.part.Scopes;
import dev.curfew.connector.keycloak.realm.Memo;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Follows the admin events of all realms that keep them, by asking every second; Keycloak pushes none. Clients that
/// register themselves are in no admin event: a whole reading finds them.
public final class KeycloakChanges implements ChangeFeed {
    private static final Messages MESSAGES = Messages.of(KeycloakChanges.class);
    /// More at once means that a script runs: whatever it did, everything is read again.
    private static final int EVENTS_MAX = 500;

    private final KeycloakObserver observer;
    private final KcSession session;
    private final Memo memo = new Memo();
    private final Map<String, Seen> realms = new HashMap<>();

    /// @param session closed with this
    private KeycloakChanges(KeycloakObserver observer, KcSession session) {
        this.observer = observer;
        this.session = session;
    }

    /// The newest event of a realm, and all of the same millisecond.
    private record Seen(long time, Set<String> ids) {}

    /// @throws SourceException if no realm's admin events can be read
    static KeycloakChanges open(KeycloakObserver observer, KcSession session) throws InterruptedException {
        KeycloakChanges changes = new KeycloakChanges(observer, session);
        boolean opened = false;
        try {
            changes.look();
            if (changes.realms.isEmpty()) {
                throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("changes.none"));
            }
            opened = true;
            return changes;
        } finally {
            if (!opened) {
                session.close();
            }
        }
    }

    @Override
    public Set<String> await(Duration atMost) throws InterruptedException {
        return Polling.await(atMost, this::look);
    }

    @Override
    public Observation read(Set<String> scopes, Progress progress) throws InterruptedException {
        return observer.observe(progress, memo, Scopes.withDependent(scopes)::contains);
    }

    @Override
    public void close() {
        session.close();
    }

    /// The scopes that changed since the last look; of a realm that is new, its coming.
    private Set<String> look() throws InterruptedException {
        Set<String> changed = new TreeSet<>();
        Set<String> there = new HashSet<>();
        for (JsonNode realm : body(session.read("realms?briefRepresentation=true"))) {
            String name = realm.path("realm").asText();
            String path = "realms/" + Form.segment(name) + "/admin-events?max=" + EVENTS_MAX;
            Seen before = realms.get(name);
            KcAnswer answer = session.read(before == null ? path : path + "&dateFrom=" + before.time());
            if (answer instanceof KcAnswer.Done done) {
                there.add(name);
                changed.addAll(take(name, before, done.body()));
            } else if (!(answer instanceof KcAnswer.Refused || answer instanceof KcAnswer.Absent)) {
                throw lost(answer);
            }
        }
        if (realms.keySet().retainAll(there)) {
            changed.add(Scopes.REALMS);
        }
        return changed;
    }

    private Set<String> take(String realm, @org.jspecify.annotations.Nullable Seen before, JsonNode events) {
        Set<String> changed = new TreeSet<>();
        Set<String> newest = new HashSet<>();
        long time = before == null ? 0 : before.time();
        for (JsonNode document : events) {
            AdminEvent event = AdminEvent.of(document);
            if (event.time() > time) {
                time = event.time();
                newest.clear();
            }
            if (event.time() == time) {
                newest.add(event.id());
            }
            boolean isNew = before != null
                    && event.time() >= before.time()
                    && !before.ids().contains(event.id());
            if (isNew) {
                memo.forget(event::concerns);
                changed.addAll(event.scopes());
            }
        }
        boolean isCut = before != null && events.size() >= EVENTS_MAX;
        if (isCut) {
            memo.forget(_ -> true);
            changed.add(Scopes.REALMS);
        }
        if (before != null && time == before.time()) {
            newest.addAll(before.ids());
        }
        realms.put(realm, new Seen(time, newest));
        return changed;
    }

    private static JsonNode body(KcAnswer answer) {
        if (answer instanceof KcAnswer.Done done) {
            return done.body();
        }
        throw lost(answer);
    }

    private static SourceException lost(KcAnswer answer) {
        return new SourceException(answer.kind(), MESSAGES.text("changes.lost", answer.words()));
    }
}
