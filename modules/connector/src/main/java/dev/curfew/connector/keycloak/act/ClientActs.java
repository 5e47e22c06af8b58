package dev.curfew.connector.keycloak.act;

import dev.curfew.connector.keycloak.api.ClientChange;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.api.ServerClock;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// What is done to a client as a whole.
final class ClientActs {
    /// A token of the second in which something ends is older than it: its time is a whole second.
    private static final long AFTER_THIS_SECOND = 1;

    private final KcSession session;
    private final Outcomes outcomes;
    private final Clock clock;

    ClientActs(KcSession session, Outcomes outcomes, Clock clock) {
        this.session = session;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    ActionOutcome disable(ActedClient client) throws InterruptedException {
        if (!client.isEnabled()) {
            return outcomes.already("client.disabled-before", client.clientId());
        }
        KcAnswer answer = put(client, Map.of("enabled", false));
        return answer instanceof KcAnswer.Done
                ? outcomes.done("client.disabled", client.clientId())
                : outcomes.unfinished(answer);
    }

    /// What was issued before must not come back with the client, so that ends in the same breath.
    ActionOutcome enable(ActedClient client) throws InterruptedException {
        if (client.isEnabled()) {
            return outcomes.already("client.enabled-before", client.clientId());
        }
        KcAnswer answer = put(client, Map.of("enabled", true, "notBefore", nextSecond()));
        return answer instanceof KcAnswer.Done
                ? outcomes.done("client.enabled", client.clientId())
                : outcomes.unfinished(answer);
    }

    /// @param madeAt of the secret that is to end
    ActionOutcome notBefore(ActedClient client, long madeAt) throws InterruptedException {
        boolean isReplaced = client.secretMadeAt() > madeAt;
        if (isReplaced && client.notBefore() >= client.secretMadeAt()) {
            return outcomes.already("not-before.before", client.clientId(), Instant.ofEpochSecond(client.notBefore()));
        }
        long from = nextSecond();
        KcAnswer answer = put(client, Map.of("notBefore", from));
        return answer instanceof KcAnswer.Done
                ? outcomes.done("not-before", client.clientId(), Instant.ofEpochSecond(from))
                : outcomes.unfinished(answer);
    }

    ActionOutcome delete(ActedClient client) throws InterruptedException {
        KcAnswer answer = session.delete(client.path());
        return answer instanceof KcAnswer.Done
                ? outcomes.done("client.deleted", client.clientId())
                : outcomes.unfinished(answer);
    }

    private KcAnswer put(ActedClient client, Map<String, ?> changes) throws InterruptedException {
        return session.put(client.path(), ClientChange.of(client.document(), changes));
    }

    private long nextSecond() {
        Instant latest = session.clock().map(ServerClock::latest).orElseGet(clock::instant);
        return latest.getEpochSecond() + AFTER_THIS_SECOND;
    }
}
