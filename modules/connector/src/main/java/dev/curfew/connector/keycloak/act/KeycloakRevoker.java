package dev.curfew.connector.keycloak.act;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;

/// Ends what clients log in with. A secret is acted on only while it is the one that its name says: one that was
/// replaced has ended, and the client that has another is left alone.
public final class KeycloakRevoker implements Revoker {
    private static final Messages MESSAGES = Messages.of(KeycloakRevoker.class);

    private final KcAccess access;
    private final Clock clock;
    private final Outcomes outcomes;

    public KeycloakRevoker(KcAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
        this.outcomes = new Outcomes(clock);
    }

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        Verb verb = Verb.of(action.code())
                .orElseThrow(() -> new IllegalArgumentException("Keycloak has no action " + action.code()));
        CredentialName name = CredentialName.of(credential).orElse(null);
        if (name == null || !credential.source().equals(access.connection().name())) {
            return outcomes.refused(MESSAGES.text("act.no-credential", credential.nativeId()));
        }
        try (KcSession session = access.acting()) {
            return act(session, verb, name);
        } catch (SourceException e) {
            return outcomes.refused(String.valueOf(e.getMessage()));
        }
    }

    private ActionOutcome act(KcSession session, Verb verb, CredentialName name) throws InterruptedException {
        return switch (name) {
            case CredentialName.ClientSecret secret ->
                onClient(session, verb, secret.realm(), secret.client(), secret.madeAt());
            case CredentialName.RotatedSecret rotated -> onRotated(session, verb, rotated);
            case CredentialName.ClientKey key -> onKeys(session, verb, key);
            case CredentialName.RegistrationToken token -> onRegistration(session, verb, token);
            case CredentialName.Session login when verb == Verb.END_SESSION -> endSession(session, login);
            case CredentialName.InitialAccess initial
            when verb == Verb.DELETE_INITIAL_ACCESS -> deleteInitial(session, initial);
            case CredentialName.Session _, CredentialName.InitialAccess _, CredentialName.AccessToken _ ->
                unfit(verb, name);
        };
    }

    @FunctionalInterface
    private interface Act {
        ActionOutcome on(ActedClient client) throws InterruptedException;
    }

    private ActionOutcome with(KcSession session, String realm, String id, Act act) throws InterruptedException {
        String path = "realms/" + Form.segment(realm) + "/clients/" + Form.segment(id);
        KcAnswer answer = session.read(path);
        return answer instanceof KcAnswer.Done done
                ? act.on(new ActedClient(path, done.body()))
                : outcomes.unfinished(answer);
    }

    private ActionOutcome onClient(KcSession session, Verb verb, String realm, String id, long madeAt)
            throws InterruptedException {
        ClientActs clients = new ClientActs(session, outcomes, clock);
        SecretActs secrets = new SecretActs(session, outcomes, clock);
        return with(session, realm, id, client -> {
            boolean isGone = client.secretMadeAt() != madeAt && !client.hasRotated() && !client.isIssued();
            return switch (verb) {
                case DISABLE_CLIENT ->
                    isGone ? outcomes.already("secret.replaced-before", client.clientId()) : clients.disable(client);
                case DELETE_CLIENT ->
                    isGone ? outcomes.already("secret.replaced-before", client.clientId()) : clients.delete(client);
                case ENABLE_CLIENT -> clients.enable(client);
                case NOT_BEFORE -> clients.notBefore(client, madeAt);
                case ROTATE_SECRET -> secrets.rotate(client, madeAt);
                case END_ROTATED_SECRET, END_SESSION, DELETE_INITIAL_ACCESS, ROTATE_REGISTRATION_TOKEN ->
                    unfit(verb, new CredentialName.ClientSecret(realm, id, madeAt));
            };
        });
    }

    private ActionOutcome onRotated(KcSession session, Verb verb, CredentialName.RotatedSecret name)
            throws InterruptedException {
        if (verb != Verb.END_ROTATED_SECRET) {
            return unfit(verb, name);
        }
        return with(session, name.realm(), name.client(), client -> {
            JsonNode rotatedAt = client.document().path("attributes").path("client.secret.rotated.creation.time");
            return client.hasRotated() && rotatedAt.asLong() == name.rotatedAt()
                    ? new SecretActs(session, outcomes, clock).endRotated(client, "rotated.ended")
                    : outcomes.already("rotated.ended-before", client.clientId());
        });
    }

    private ActionOutcome onKeys(KcSession session, Verb verb, CredentialName.ClientKey name)
            throws InterruptedException {
        ClientActs clients = new ClientActs(session, outcomes, clock);
        return switch (verb) {
            case DISABLE_CLIENT -> with(session, name.realm(), name.client(), clients::disable);
            case ENABLE_CLIENT -> with(session, name.realm(), name.client(), clients::enable);
            case NOT_BEFORE ->
                with(session, name.realm(), name.client(), client -> clients.notBefore(client, Long.MAX_VALUE));
            case ROTATE_SECRET,
                    END_ROTATED_SECRET,
                    END_SESSION,
                    DELETE_INITIAL_ACCESS,
                    ROTATE_REGISTRATION_TOKEN,
                    DELETE_CLIENT -> unfit(verb, name);
        };
    }

    private ActionOutcome onRegistration(KcSession session, Verb verb, CredentialName.RegistrationToken name)
            throws InterruptedException {
        return verb == Verb.ROTATE_REGISTRATION_TOKEN
                ? with(
                        session,
                        name.realm(),
                        name.client(),
                        new SecretActs(session, outcomes, clock)::rotateRegistration)
                : unfit(verb, name);
    }

    private ActionOutcome endSession(KcSession session, CredentialName.Session name) throws InterruptedException {
        KcAnswer answer = session.delete("realms/" + Form.segment(name.realm()) + "/sessions/" + Form.segment(name.id())
                + "?isOffline=" + name.offline());
        return answer instanceof KcAnswer.Done
                ? outcomes.done(name.offline() ? "offline.ended" : "session.ended")
                : outcomes.unfinished(answer);
    }

    /// Keycloak deletes what is not there just as gladly, so it is looked for first.
    private ActionOutcome deleteInitial(KcSession session, CredentialName.InitialAccess name)
            throws InterruptedException {
        String path = "realms/" + Form.segment(name.realm()) + "/clients-initial-access";
        KcAnswer listed = session.read(path);
        if (!(listed instanceof KcAnswer.Done done)) {
            return outcomes.unfinished(listed);
        }
        for (JsonNode token : done.body()) {
            if (token.path("id").asText().equals(name.id())) {
                KcAnswer answer = session.delete(path + "/" + Form.segment(name.id()));
                return answer instanceof KcAnswer.Done ? outcomes.done("initial.deleted") : outcomes.unfinished(answer);
            }
        }
        return outcomes.already("initial.deleted-before");
    }

    private ActionOutcome unfit(Verb verb, CredentialName name) {
        return outcomes.refused(MESSAGES.text("act.unfit", verb.code(), name.text()));
    }
}
