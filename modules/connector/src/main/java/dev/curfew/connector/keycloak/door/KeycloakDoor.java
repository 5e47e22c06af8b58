package dev.curfew.connector.keycloak.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/// Lets a client in by its secret, for an access token of its own. Its roles have to let it manage clients: so it
/// writes at its canary, another client, and replaces its own secret.
public final class KeycloakDoor implements EmergencyDoor {
    private static final Messages MESSAGES = Messages.of(KeycloakDoor.class);

    private final KcAccess access;
    private final Clock clock;

    /// @param access none of its own logins is used
    public KeycloakDoor(KcAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String account(Secret credential) {
        try (EmergencyClient client = EmergencyClient.of(credential)) {
            return client.account(access.connection().name());
        }
    }

    @Override
    public Entry enter(Secret credential) throws InterruptedException {
        EmergencyClient client = EmergencyClient.of(credential);
        boolean isOpen = false;
        try {
            KcAnswer answer = login(client);
            if (answer instanceof KcAnswer.Done done && isToken(done.body())) {
                Entry entry = entry(client, done.body());
                isOpen = true;
                return entry;
            }
            throw new SourceException(answer.kind(), MESSAGES.text("not-in", client, answer.words()));
        } finally {
            if (!isOpen) {
                client.close();
            }
        }
    }

    private KcAnswer login(EmergencyClient client) throws InterruptedException {
        return access.tokens().clientCredentials(client.realm(), client.clientId(), client.secret());
    }

    private static boolean isToken(JsonNode body) {
        return body.path("access_token").isTextual();
    }

    private KeycloakEntry entry(EmergencyClient client, JsonNode body) {
        // Jackson keeps the value as a string that nobody can wipe; it goes with this method's frame.
        Secret token = Secret.of(body.path("access_token").asText());
        Instant until = clock.instant().plusSeconds(body.path("expires_in").asLong());
        return new KeycloakEntry(access, client, token, until, clock);
    }

    @Override
    public ProbeOutcome attempt(Secret credential) throws InterruptedException {
        EmergencyClient client = EmergencyClient.of(credential);
        KcAnswer answer = login(client);
        if (answer instanceof KcAnswer.Done done && isToken(done.body())) {
            try (KeycloakEntry entry = entry(client, done.body())) {
                return tried(client, entry);
            }
        }
        try (client) {
            return refused(answer, clock.instant());
        }
    }

    /// The line may name one client by its id and another by Keycloak's own.
    private ProbeOutcome tried(EmergencyClient client, KeycloakEntry entry) throws InterruptedException {
        ProbeOutcome itself = entry.attempt();
        ActionOutcome ended = entry.end();
        if (!(itself instanceof ProbeOutcome.Accepted)) {
            return itself;
        }
        return new ProbeOutcome.Accepted(
                clock.instant(),
                ended.isDone()
                        ? MESSAGES.text("accepted", client)
                        : MESSAGES.text("accepted.open", client, ended.detail(), entry.until()));
    }

    /// A wrong secret, one that has ended, and a client that is disabled or gone, in nearly the same words.
    private static ProbeOutcome refused(KcAnswer answer, Instant at) {
        return switch (answer) {
            case KcAnswer.Unaccepted _ -> new ProbeOutcome.Refused(at, RefusalClass.INVALID_CREDENTIAL, answer.words());
            case KcAnswer.Rejected rejected
            when rejected.error().equals("invalid_client") || rejected.error().equals("unauthorized_client") ->
                new ProbeOutcome.Refused(at, RefusalClass.INVALID_CREDENTIAL, answer.words());
            case KcAnswer.Refused _ -> new ProbeOutcome.Refused(at, RefusalClass.DENIED, answer.words());
            case KcAnswer.Done _,
                    KcAnswer.Rejected _,
                    KcAnswer.Absent _,
                    KcAnswer.Throttled _,
                    KcAnswer.Failed _,
                    KcAnswer.Silent _,
                    KcAnswer.Foreign _ -> new ProbeOutcome.Indeterminate(at, answer.words());
        };
    }

    @Override
    public Secret fresh(Secret credential) {
        try (EmergencyClient client = EmergencyClient.of(credential)) {
            return client.renewed();
        }
    }

    /// What Keycloak gives every account of a realm (Server Administration Guide, "Default roles").
    @Override
    public Set<String> everybodys(String account) {
        String realm = EmergencyClient.realm(account);
        return Set.of(new Ids(access.connection().name(), realm)
                .realmRole("default-roles-" + realm)
                .nativeId());
    }
}
