package dev.curfew.connector.keycloak.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.TokenEndpoint;
import dev.curfew.connector.keycloak.facts.Times;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;

/// Tries a client's secret: by asking for a token, and where the client may not have one for itself, by asking about a
/// token that never was.
///
/// Keycloak refuses a wrong secret, one that has ended, a client that is disabled and one that is gone in nearly the
/// same words; the reading client's look at the client tells which.
final class SecretTrial {
    private static final Messages MESSAGES = Messages.of(SecretTrial.class);

    /// Seen with 26.7.3: the code is the one of a wrong secret, so that only the words tell.
    private static final String NO_ACCOUNT = "not enabled to retrieve service account";

    private final TokenEndpoint endpoint;
    private final ClientLook look;
    private final Clock clock;

    SecretTrial(TokenEndpoint endpoint, ClientLook look, Clock clock) {
        this.endpoint = endpoint;
        this.look = look;
        this.clock = clock;
    }

    /// @param client Keycloak's own id
    ProbeOutcome attempt(String realm, String client, Presented presented) throws InterruptedException {
        if (presented.secret().isEmpty()) {
            return unclear(MESSAGES.text("secret.shape"));
        }
        String clientId = presented.clientId().isEmpty() ? look.clientId(realm, client) : presented.clientId();
        if (clientId.isEmpty()) {
            return unclear(MESSAGES.text("secret.whose"));
        }
        try (Secret secret = Secret.of(presented.secret())) {
            KcAnswer answer = endpoint.clientCredentials(realm, clientId, secret);
            if (answer.words().contains(NO_ACCOUNT)) {
                answer = endpoint.authenticateOnly(realm, clientId, secret);
            }
            return outcome(realm, client, secret, answer);
        }
    }

    private ProbeOutcome outcome(String realm, String client, Secret secret, KcAnswer answer)
            throws InterruptedException {
        Instant at = clock.instant();
        return switch (answer) {
            case KcAnswer.Done done
            when done.body().has("access_token") || done.body().has("active") ->
                new ProbeOutcome.Accepted(at, MESSAGES.text("secret.accepted"));
            case KcAnswer.Unaccepted refused
            when isOfClient(refused.error()) -> whyRefused(realm, client, secret, at, refused.words());
            case KcAnswer.Rejected refused
            when isOfClient(refused.error()) -> whyRefused(realm, client, secret, at, refused.words());
            case KcAnswer.Refused refused -> new ProbeOutcome.Refused(at, RefusalClass.DENIED, refused.words());
            case KcAnswer.Done _,
                    KcAnswer.Unaccepted _,
                    KcAnswer.Rejected _,
                    KcAnswer.Absent _,
                    KcAnswer.Throttled _,
                    KcAnswer.Failed _,
                    KcAnswer.Silent _,
                    KcAnswer.Foreign _ -> unclear(answer.words());
        };
    }

    private static boolean isOfClient(String error) {
        return error.equals("invalid_client") || error.equals("unauthorized_client");
    }

    private ProbeOutcome whyRefused(String realm, String client, Secret secret, Instant at, String words)
            throws InterruptedException {
        KcAnswer looked = look.at(realm, client);
        if (looked instanceof KcAnswer.Absent) {
            return gone(at, "secret.no-client", words);
        }
        if (!(looked instanceof KcAnswer.Done done)) {
            return unclear(MESSAGES.text("secret.unclear", words, looked.words()));
        }
        JsonNode document = done.body();
        if (!document.path("enabled").asBoolean()) {
            return gone(at, "secret.disabled", words);
        }
        JsonNode attributes = document.path("attributes");
        if (!ClientLook.isSecret(document, secret) && !ClientLook.isRotated(document, secret)) {
            return gone(at, "secret.other", words);
        }
        String end = ClientLook.isSecret(document, secret)
                ? "client.secret.expiration.time"
                : "client.secret.rotated.expiration.time";
        boolean isOver = Times.ofSeconds(attributes.path(end))
                .filter(over -> !at.isBefore(over))
                .isPresent();
        return isOver
                ? gone(at, "secret.ended", words)
                : new ProbeOutcome.Refused(at, RefusalClass.DENIED, MESSAGES.text("secret.still", words));
    }

    private static ProbeOutcome gone(Instant at, String key, String words) {
        return new ProbeOutcome.Refused(at, RefusalClass.INVALID_CREDENTIAL, MESSAGES.text(key, words));
    }

    private ProbeOutcome unclear(String words) {
        return new ProbeOutcome.Indeterminate(clock.instant(), words);
    }
}
