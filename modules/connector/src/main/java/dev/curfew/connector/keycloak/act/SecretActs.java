package dev.curfew.connector.keycloak.act;

import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.api.ServerClock;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// What is done to a client's secrets. What Keycloak answers holds the new ones, and is dropped.
final class SecretActs {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final KcSession session;
    private final Outcomes outcomes;
    private final Clock clock;

    SecretActs(KcSession session, Outcomes outcomes, Clock clock) {
        this.session = session;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /// The registration token goes first, for it could read the new secret; the secret before last goes last, for a
    /// rotation policy keeps the old one alive in its place. A run that was cut off goes on where it was.
    ///
    /// @param madeAt of the secret that is to end
    ActionOutcome rotate(ActedClient client, long madeAt) throws InterruptedException {
        boolean isReplaced = client.secretMadeAt() != madeAt;
        if (isReplaced && !client.hasRotated()) {
            return outcomes.already("secret.replaced-before", client.clientId());
        }
        if (!isReplaced) {
            KcAnswer registration = session.post(client.path() + "/registration-access-token", Map.of());
            if (!(registration instanceof KcAnswer.Done)) {
                return outcomes.unfinished(registration);
            }
            KcAnswer secret = renew(client, madeAt);
            if (!(secret instanceof KcAnswer.Done)) {
                return outcomes.unfinished(secret);
            }
        }
        return endRotated(client, "secret.rotated");
    }

    /// Gives the client another secret, which the answer holds. What becomes of the old one, a rotation policy says.
    ///
    /// @param madeAt of the old one
    KcAnswer renew(ActedClient client, long madeAt) throws InterruptedException {
        awaitNextSecond(madeAt);
        return session.post(client.path() + "/client-secret", Map.of());
    }

    /// Secrets are told apart by the second that they were made in.
    private void awaitNextSecond(long madeAt) throws InterruptedException {
        Instant next = Instant.ofEpochSecond(madeAt + 1);
        Instant now = session.clock().map(ServerClock::earliest).orElseGet(clock::instant);
        if (now.isBefore(next) && Duration.between(now, next).compareTo(SECOND) <= 0) {
            Thread.sleep(Duration.between(now, next));
        }
    }

    /// Where nothing was rotated, there is nothing to end: 404.
    ActionOutcome endRotated(ActedClient client, String done) throws InterruptedException {
        KcAnswer answer = session.delete(client.path() + "/client-secret/rotated");
        return answer instanceof KcAnswer.Done || answer instanceof KcAnswer.Absent
                ? outcomes.done(done, client.clientId())
                : outcomes.halfway("secret.half", answer);
    }

    /// Keycloak does not say whether there was one, nor of what age, so that each time it is replaced again.
    ActionOutcome rotateRegistration(ActedClient client) throws InterruptedException {
        KcAnswer answer = session.post(client.path() + "/registration-access-token", Map.of());
        return answer instanceof KcAnswer.Done
                ? outcomes.done("registration.rotated", client.clientId())
                : outcomes.unfinished(answer);
    }
}
