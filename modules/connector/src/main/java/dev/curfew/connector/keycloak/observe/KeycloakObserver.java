package dev.curfew.connector.keycloak.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.api.OwnClients;
import dev.curfew.connector.keycloak.observe.part.Part;
import dev.curfew.connector.keycloak.observe.part.RealmSheet;
import dev.curfew.connector.keycloak.realm.Memo;
import dev.curfew.connector.keycloak.realm.Reading;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads all realms of a Keycloak that the reading login may see. What it may not read of them becomes coverage.
public final class KeycloakObserver implements Observer {
    private static final Messages MESSAGES = Messages.of(KeycloakObserver.class);

    private final KcAccess access;
    private final Clock clock;

    public KeycloakObserver(KcAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /// Follows what administrators change.
    ///
    /// @throws SourceException if no realm tells
    public ChangeFeed changes() throws InterruptedException {
        return KeycloakChanges.open(this, access.reading());
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        return observe(progress, null, _ -> true);
    }

    /// @param memo what is known of single things; null: nothing
    /// @param scopes those to be read
    Observation observe(Progress progress, @Nullable Memo memo, Predicate<String> scopes) throws InterruptedException {
        SourceName source = access.connection().name();
        Instant startedAt = clock.instant();
        List<Fact> facts = new ArrayList<>();
        List<Coverage> coverage = new ArrayList<>();
        try (KcSession session = access.reading()) {
            Reading reading = new Reading(session, progress, memo);
            List<Realm> realms = realms(reading, source, startedAt);
            for (Part part : Parts.all(reading, OwnClients.of(access))) {
                if (scopes.test(part.scope())) {
                    RealmSheet sheet = read(part, realms, source, progress);
                    facts.addAll(sheet.facts());
                    coverage.add(sheet.coverage(clock.instant()));
                }
            }
        }
        return new Observation(source, startedAt, clock.instant(), facts, coverage);
    }

    private static RealmSheet read(Part part, List<Realm> realms, SourceName source, Progress progress)
            throws InterruptedException {
        RealmSheet sheet = new RealmSheet(source, part.scope());
        for (int i = 0; i < realms.size(); i++) {
            progress.at(part.scope(), i, realms.size());
            sheet.realm();
            part.read(realms.get(i), sheet);
        }
        sheet.settle();
        return sheet;
    }

    /// Keycloak lists the realms that the login may see anything of; without one there is nothing to be read.
    private List<Realm> realms(Reading reading, SourceName source, Instant now) throws InterruptedException {
        KcAnswer answer = reading.read("realms");
        switch (answer) {
            case KcAnswer.Done done -> {
                List<Realm> realms = new ArrayList<>();
                for (JsonNode document : done.body()) {
                    realms.add(new Realm(reading, source, document, now));
                }
                if (!done.body().isArray()
                        || realms.stream().anyMatch(realm -> realm.name().isEmpty())) {
                    throw failure(SourceException.Kind.MALFORMED, "foreign", done);
                }
                if (realms.isEmpty()) {
                    throw failure(SourceException.Kind.REFUSED, "no-realms", done);
                }
                return realms;
            }
            case KcAnswer.Refused _, KcAnswer.Unaccepted _ ->
                throw failure(SourceException.Kind.REFUSED, "refused", answer);
            case KcAnswer.Throttled _ -> throw failure(SourceException.Kind.THROTTLED, "throttled", answer);
            case KcAnswer.Failed _, KcAnswer.Silent _ ->
                throw failure(SourceException.Kind.UNREACHABLE, "unreachable", answer);
            case KcAnswer.Absent _ -> throw failure(SourceException.Kind.REFUSED, "absent", answer);
            case KcAnswer.Foreign _, KcAnswer.Rejected _ ->
                throw failure(SourceException.Kind.MALFORMED, "foreign", answer);
        }
    }

    private SourceException failure(SourceException.Kind kind, String key, KcAnswer answer) {
        return new SourceException(kind, MESSAGES.text(key, access.connection().name(), answer.words()));
    }
}
