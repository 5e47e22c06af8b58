package dev.curfew.connector.keycloak.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.ClientChange;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcBearer;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An access token of a client that stands for itself.
final class KeycloakEntry implements Entry {
    private static final Messages MESSAGES = Messages.of(KeycloakEntry.class);

    private final KcAccess access;
    private final KcBearer bearer;
    private final EmergencyClient client;
    private final Instant until;
    private final Clock clock;
    private Secret secret;

    /// @param client closed with this, as is the token
    KeycloakEntry(KcAccess access, EmergencyClient client, Secret token, Instant until, Clock clock) {
        this.access = access;
        this.bearer = access.bearing(token);
        this.client = client;
        this.until = until;
        this.clock = clock;
        this.secret = client.secret().copy();
    }

    Instant until() {
        return until;
    }

    @Override
    public Optional<Instant> endsAt() {
        return Optional.of(until);
    }

    /// @param canary another client of the realm, by its client id: the mark is its description
    @Override
    public String use(String canary, String mark) throws InterruptedException {
        JsonNode found = done(bearer.read(client.clients() + "?clientId=" + Form.segment(canary)), canary)
                .path(0);
        if (!found.path("clientId").asText().equals(canary)) {
            throw new SourceException(
                    SourceException.Kind.REFUSED, MESSAGES.text("canary.none", canary, client.realm()));
        }
        String path = client.clients() + "/" + Form.segment(found.path("id").asText());
        Map<String, Object> marked = ClientChange.of(found, Map.of("clientId", canary, "description", mark));
        done(bearer.put(path, marked), canary);
        JsonNode read = done(bearer.read(path), canary);
        if (!read.path("description").asText().equals(mark)) {
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("canary.other", canary));
        }
        return MESSAGES.text("canary.used", canary);
    }

    private static JsonNode done(KcAnswer answer, String canary) {
        if (answer instanceof KcAnswer.Done done) {
            return done.body();
        }
        throw new SourceException(answer.kind(), MESSAGES.text("canary.refused", canary, answer.words()));
    }

    /// By reading the client itself, for a token that was revoked is refused by the admin API and not by every endpoint
    /// (seen with 26.7.3).
    @Override
    public ProbeOutcome attempt() throws InterruptedException {
        KcAnswer answer = bearer.read(client.path());
        Instant at = clock.instant();
        return switch (answer) {
            case KcAnswer.Done done
            when done.body().path("clientId").asText().equals(client.clientId()) ->
                new ProbeOutcome.Accepted(at, MESSAGES.text("session.accepted"));
            case KcAnswer.Done _, KcAnswer.Absent _ ->
                new ProbeOutcome.Refused(
                        at, RefusalClass.DENIED, MESSAGES.text("other", client.id(), client.clientId()));
            case KcAnswer.Unaccepted _ -> new ProbeOutcome.Refused(at, RefusalClass.INVALID_CREDENTIAL, answer.words());
            case KcAnswer.Refused _ ->
                new ProbeOutcome.Refused(at, RefusalClass.DENIED, MESSAGES.text("session.denied", answer.words()));
            case KcAnswer.Rejected _, KcAnswer.Throttled _, KcAnswer.Failed _, KcAnswer.Silent _, KcAnswer.Foreign _ ->
                new ProbeOutcome.Indeterminate(at, answer.words());
        };
    }

    @Override
    public ActionOutcome end() throws InterruptedException {
        KcAnswer answer = access.tokens().revoke(client.realm(), client.clientId(), secret, bearer.token());
        Instant at = clock.instant();
        return answer instanceof KcAnswer.Done
                ? new ActionOutcome.Done(at, MESSAGES.text("session.ended"))
                : Refusing.outcome(answer, at, MESSAGES.text("session.left", answer.words()));
    }

    /// The registration token goes first, for it could read the new secret; what a rotation policy keeps of the old one
    /// goes last. Secrets are told apart by the second that they were made in, which Keycloak does not set anew by
    /// itself where one is given.
    @Override
    public ActionOutcome replace(Secret fresh) throws InterruptedException {
        try (EmergencyClient next = EmergencyClient.of(fresh)) {
            if (!next.path().equals(client.path())) {
                throw new IllegalArgumentException("not a credential of " + client);
            }
            KcAnswer answer = bearer.post(client.path() + "/registration-access-token", Map.of());
            if (answer instanceof KcAnswer.Done) {
                answer = put(next);
            }
            if (!(answer instanceof KcAnswer.Done)) {
                return Refusing.outcome(answer, clock.instant(), MESSAGES.text("not-replaced", client, answer.words()));
            }
            secret.close();
            secret = next.secret().copy();
            return endRotated();
        }
    }

    private KcAnswer put(EmergencyClient next) throws InterruptedException {
        KcAnswer answer = bearer.read(client.path());
        return answer instanceof KcAnswer.Done now
                ? bearer.put(client.path(), ClientChange.of(now.body(), changed(next)))
                : answer;
    }

    /// The secret is replaced by now: a no is no reason to believe in the old one.
    private ActionOutcome endRotated() throws InterruptedException {
        KcAnswer answer = bearer.delete(client.path() + "/client-secret/rotated");
        return answer instanceof KcAnswer.Done || answer instanceof KcAnswer.Absent
                ? new ActionOutcome.Done(clock.instant(), MESSAGES.text("replaced"))
                : new ActionOutcome.Uncertain(clock.instant(), MESSAGES.text("old-left", client, answer.words()));
    }

    private Map<String, ?> changed(EmergencyClient next) {
        String madeAt = String.valueOf(clock.instant().getEpochSecond());
        return Map.of(
                "clientId",
                client.clientId(),
                "secret",
                next.secret().reveal(),
                "attributes",
                Map.of("client.secret.creation.time", madeAt));
    }

    /// Keycloak's own programs log in by themselves; what calls its admin API takes these.
    @Override
    public Map<String, Secret> variables() {
        return Map.of(
                "KEYCLOAK_TOKEN",
                bearer.token().copy(),
                "KEYCLOAK_URL",
                Secret.of(access.connection().address().toString()),
                "KEYCLOAK_REALM",
                Secret.of(client.realm()));
    }

    @Override
    public void close() {
        bearer.token().close();
        secret.close();
        client.close();
    }
}
