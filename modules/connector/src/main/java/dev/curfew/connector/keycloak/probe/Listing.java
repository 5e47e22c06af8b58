package dev.curfew.connector.keycloak.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.facts.Times;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.connector.keycloak.realm.Fetched;
import dev.curfew.connector.keycloak.realm.Reading;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Whether Keycloak still lists a credential.
final class Listing {
    private static final Messages MESSAGES = Messages.of(Listing.class);

    private final KcAccess access;
    private final Clock clock;

    Listing(KcAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    ListingEvidence of(CredentialName name) throws InterruptedException {
        return switch (name) {
            case CredentialName.ClientSecret secret -> secret(secret);
            case CredentialName.RotatedSecret rotated -> rotated(rotated);
            case CredentialName.ClientKey key -> client(key.realm(), key.client());
            case CredentialName.Session session -> session(session);
            case CredentialName.InitialAccess initial -> initial(initial);
            case CredentialName.RegistrationToken _, CredentialName.AccessToken _ ->
                unreadable(MESSAGES.text("list.never"));
        };
    }

    private ListingEvidence secret(CredentialName.ClientSecret name) throws InterruptedException {
        KcAnswer answer = new ClientLook(access).at(name.realm(), name.client());
        if (!(answer instanceof KcAnswer.Done done)) {
            return unlisted(answer);
        }
        JsonNode attributes = done.body().path("attributes");
        boolean isEnabled = done.body().path("enabled").asBoolean();
        JsonNode madeAt = attributes.path("client.secret.creation.time");
        if (madeAt.asLong() == name.madeAt() && !hasRotated(attributes, name.madeAt())) {
            return listed(isEnabled, attributes.path("client.secret.expiration.time"));
        }
        return attributes.hasNonNull("client.secret.rotated")
                ? new ListingEvidence.Listed(
                        clock.instant(),
                        isEnabled,
                        MESSAGES.text(
                                "list.maybe-rotated",
                                Times.ofSeconds(attributes.path("client.secret.rotated.expiration.time"))
                                        .map(Instant::toString)
                                        .orElse("?")))
                : new ListingEvidence.NotListed(
                        clock.instant(),
                        MESSAGES.text(
                                "list.replaced",
                                Times.ofSeconds(madeAt).map(Instant::toString).orElse("?")));
    }

    private ListingEvidence rotated(CredentialName.RotatedSecret name) throws InterruptedException {
        KcAnswer answer = new ClientLook(access).at(name.realm(), name.client());
        if (!(answer instanceof KcAnswer.Done done)) {
            return unlisted(answer);
        }
        JsonNode attributes = done.body().path("attributes");
        return hasRotated(attributes, name.rotatedAt())
                ? listed(
                        done.body().path("enabled").asBoolean(),
                        attributes.path("client.secret.rotated.expiration.time"))
                : new ListingEvidence.NotListed(clock.instant(), MESSAGES.text("list.no-rotated"));
    }

    /// Secrets are told apart by the second that they were made in: one replaced within it may be either.
    private static boolean hasRotated(JsonNode attributes, long madeAt) {
        return attributes.hasNonNull("client.secret.rotated")
                && attributes.path("client.secret.rotated.creation.time").asLong() == madeAt;
    }

    private ListingEvidence client(String realm, String client) throws InterruptedException {
        KcAnswer answer = new ClientLook(access).at(realm, client);
        return answer instanceof KcAnswer.Done done
                ? listed(
                        done.body().path("enabled").asBoolean(),
                        com.fasterxml.jackson.databind.node.MissingNode.getInstance())
                : unlisted(answer);
    }

    private ListingEvidence listed(boolean isEnabled, JsonNode end) {
        String words = Times.ofSeconds(end)
                .map(at -> MESSAGES.text("list.ends", at))
                .orElseGet(() -> MESSAGES.text("list.endless"));
        return new ListingEvidence.Listed(
                clock.instant(), isEnabled, isEnabled ? words : MESSAGES.text("list.disabled", words));
    }

    /// Keycloak tells of no single session, so that the lists of all clients that take part in any are looked through.
    private ListingEvidence session(CredentialName.Session name) throws InterruptedException {
        String realm = "realms/" + Form.segment(name.realm()) + "/";
        try (KcSession session = access.reading()) {
            Reading reading = new Reading(session, Progress.SILENT, null);
            KcAnswer stats = reading.read(realm + "client-session-stats");
            if (!(stats instanceof KcAnswer.Done done)) {
                return unlisted(stats);
            }
            for (JsonNode client : done.body()) {
                boolean takesPart =
                        client.path(name.offline() ? "offline" : "active").asLong() > 0;
                String list = name.offline() ? "/offline-sessions" : "/user-sessions";
                Fetched<List<JsonNode>> sessions = takesPart
                        ? reading.list(realm + "clients/" + client.path("id").asText() + list)
                        : Fetched.whole(List.of());
                if (sessions.value().stream()
                        .anyMatch(each -> each.path("id").asText().equals(name.id()))) {
                    return new ListingEvidence.Listed(clock.instant(), true, MESSAGES.text("list.session"));
                }
                if (sessions.gap().isPresent()) {
                    return unreadable(sessions.gap().get().words());
                }
            }
        }
        return new ListingEvidence.NotListed(clock.instant(), MESSAGES.text("list.no-session"));
    }

    private ListingEvidence initial(CredentialName.InitialAccess name) throws InterruptedException {
        try (KcSession session = access.reading()) {
            KcAnswer answer = session.read("realms/" + Form.segment(name.realm()) + "/clients-initial-access");
            if (!(answer instanceof KcAnswer.Done done)) {
                return unlisted(answer);
            }
            for (JsonNode token : done.body()) {
                if (token.path("id").asText().equals(name.id())) {
                    long left = token.path("remainingCount").asLong();
                    return new ListingEvidence.Listed(clock.instant(), left > 0, MESSAGES.text("list.initial", left));
                }
            }
        }
        return new ListingEvidence.NotListed(clock.instant(), MESSAGES.text("list.no-initial"));
    }

    private ListingEvidence unlisted(KcAnswer answer) {
        return answer instanceof KcAnswer.Absent
                ? new ListingEvidence.NotListed(clock.instant(), answer.words())
                : unreadable(answer.words());
    }

    private ListingEvidence unreadable(String words) {
        return new ListingEvidence.Unreadable(clock.instant(), words);
    }
}
