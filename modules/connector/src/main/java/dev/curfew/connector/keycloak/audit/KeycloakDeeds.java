package dev.curfew.connector.keycloak.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.record.Deeds;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads the events of a connected Keycloak's realms.
public final class KeycloakDeeds implements DeedLog {
    private static final Messages MESSAGES = Messages.of(KeycloakDeeds.class);
    private static final int GAPS_MAX = 20;

    private final KcAccess access;

    public KeycloakDeeds(KcAccess access) {
        this.access = access;
    }

    @Override
    public Timeline of(EntityId who, List<Credential> its, Instant since, Progress progress)
            throws InterruptedException {
        try (KcSession session = access.reading()) {
            List<String> all = realms(session);
            Doer doer = new Doers(session)
                    .of(who, its)
                    .orElseThrow(() ->
                            new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("nobody", who.text())));
            List<String> realms = all.stream().filter(doer::reaches).toList();
            EventLists lists = new EventLists(session, Deeds.KEPT_MAX);
            List<Deed> found = new ArrayList<>();
            List<String> caveats = new ArrayList<>(caveats(who, doer));
            List<String> gaps = new ArrayList<>(gaps(doer));
            Optional<Instant> from = Optional.empty();
            for (int i = 0; i < realms.size(); i++) {
                progress.at(MESSAGES.text("stage"), i, realms.size());
                String realm = realms.get(i);
                Optional<Kept> kept = lists.kept(realm);
                kept.map(Kept::caveats).ifPresent(caveats::addAll);
                kept.map(Kept::gaps).ifPresent(gaps::addAll);
                if (realm.equals(doer.realm())) {
                    from = kept.flatMap(Kept::from);
                }
                found.addAll(deeds(lists, realm, doer, since));
            }
            gaps.addAll(lists.gaps());
            return timeline(found, since, realms.size(), from, caveats, gaps);
        }
    }

    private static Timeline timeline(
            List<Deed> found,
            Instant since,
            int realms,
            Optional<Instant> from,
            List<String> caveats,
            List<String> gaps) {
        Deeds deeds = new Deeds(since);
        found.stream().sorted(Comparator.comparing(Deed::first)).forEach(deeds::add);
        gaps.addAll(deeds.gaps());
        // an event is written with what it tells of, in one transaction
        return new Timeline(
                deeds.inOrder(),
                deeds.callers(),
                MESSAGES.text("record", realms),
                Duration.ZERO,
                from,
                first(caveats),
                first(gaps));
    }

    private static List<String> first(List<String> all) {
        if (all.size() <= GAPS_MAX) {
            return all;
        }
        List<String> told = new ArrayList<>(all.subList(0, GAPS_MAX));
        told.add(MESSAGES.text("gap.more", all.size() - GAPS_MAX));
        return told;
    }

    /// For one of a client's secrets all that the client did is told.
    private static List<String> caveats(EntityId who, Doer doer) {
        List<String> caveats = new ArrayList<>(List.of(MESSAGES.text("gap.reading"), MESSAGES.text("gap.cleared")));
        if (doer.session().isEmpty() && who instanceof CredentialId) {
            caveats.add(MESSAGES.text("gap.credential"));
        }
        return caveats;
    }

    /// Of a session its admin events are not told.
    private static List<String> gaps(Doer doer) {
        List<String> gaps = new ArrayList<>();
        if (!doer.session().isEmpty()) {
            gaps.add(MESSAGES.text("gap.session"));
        }
        if (doer.name().isEmpty()) {
            gaps.add(MESSAGES.text("gap.gone"));
        }
        return gaps;
    }

    private static List<Deed> deeds(EventLists lists, String realm, Doer doer, Instant since)
            throws InterruptedException {
        List<Deed> deeds = new ArrayList<>();
        boolean isOwn = realm.equals(doer.realm());
        if (doer.session().isEmpty()) {
            for (JsonNode event : lists.since(realm, EventLists.ADMIN, doer.ofAdminEvents(), since)) {
                deeds.add(new AdminDeed(realm, event).of(doer));
            }
            String impersonations = Form.query("type", LoginDeed.IMPERSONATE);
            for (JsonNode event : lists.since(realm, EventLists.LOGIN, impersonations, since)) {
                if (doer.isImpersonator(event)) {
                    deeds.add(new LoginDeed(realm, event).of(doer));
                }
            }
        }
        if (isOwn && !doer.name().isEmpty()) {
            for (JsonNode event : lists.since(realm, EventLists.LOGIN, doer.ofLoginEvents(), since)) {
                boolean isAsked = doer.session().isEmpty()
                        || doer.session().equals(event.path("sessionId").asText());
                if (isAsked && !doer.isImpersonator(event)) {
                    deeds.add(new LoginDeed(realm, event).of(doer));
                }
            }
        }
        return deeds;
    }

    private static List<String> realms(KcSession session) throws InterruptedException {
        KcAnswer answer = session.read("realms?briefRepresentation=true");
        if (!(answer instanceof KcAnswer.Done done)) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("unread", answer.words()));
        }
        List<String> realms = new ArrayList<>();
        done.body().forEach(realm -> realms.add(realm.path("realm").asText()));
        return realms;
    }
}
