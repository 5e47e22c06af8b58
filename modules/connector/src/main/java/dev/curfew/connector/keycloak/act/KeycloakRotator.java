package dev.curfew.connector.keycloak.act;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.keycloak.facts.SecretFacts;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/// Another secret of the same client. Where the realm's policies rotate its secrets, the old one is taken on for their
/// grace, under another name; else it ends at once. A client has one secret and at most one before it, so none is made
/// while there is one before: that would end, and somebody may still use it.
///
/// <https://www.keycloak.org/docs/latest/server_admin/#_secret_rotation>
public final class KeycloakRotator implements Rotator {
    private static final Messages MESSAGES = Messages.of(KeycloakRotator.class);

    private final KcAccess access;
    private final Clock clock;

    public KeycloakRotator(KcAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Set<CredentialId> beside(CredentialId old) throws InterruptedException {
        CredentialName.ClientSecret name = name(old);
        try (KcSession session = access.acting()) {
            ActedClient client = client(session, name);
            boolean present = client.secretMadeAt() == name.madeAt();
            if (present && client.hasRotated()) {
                throw refused("rotate.full", client.clientId());
            }
            if (!present && !client.hasRotated()) {
                throw refused("rotate.replaced", client.clientId());
            }
            return Set.of();
        }
    }

    /// What was made and not handed over is the client's present secret, which Keycloak shows: it is handed over then.
    @Override
    public Set<CredentialId> strays(CredentialId old, String mark, Set<CredentialId> beside) {
        return Set.of();
    }

    @Override
    public boolean marks() {
        return true;
    }

    /// A secret that a rotation policy was about when it was made has an end. Of others it is not foreseen whether one
    /// is about the next: what became of the old one, the client tells afterwards.
    @Override
    public Optional<String> endsAtOnce(CredentialId old) throws InterruptedException {
        CredentialName.ClientSecret name = name(old);
        try (KcSession session = access.acting()) {
            ActedClient client = client(session, name);
            boolean rotates = client.hasRotated()
                    || client.document().path("attributes").hasNonNull("client.secret.expiration.time");
            return rotates ? Optional.empty() : Optional.of(MESSAGES.text("rotate.at-once", client.clientId()));
        }
    }

    @Override
    public boolean takesBack() {
        return false;
    }

    @Override
    public Fresh make(CredentialId old, String mark) throws InterruptedException {
        CredentialName.ClientSecret name = name(old);
        try (KcSession session = access.acting()) {
            ActedClient before = client(session, name);
            if (before.secretMadeAt() == name.madeAt()) {
                KcAnswer answer = new SecretActs(session, new Outcomes(clock), clock).renew(before, name.madeAt());
                if (!(answer instanceof KcAnswer.Done)) {
                    throw failure(answer);
                }
            }
            ActedClient after = client(session, name);
            // Jackson keeps the value as a string that nobody can wipe; it goes with this method's frame.
            Secret value = Secret.of(after.document().path("secret").asText());
            CredentialName fresh = new CredentialName.ClientSecret(name.realm(), name.client(), after.secretMadeAt());
            return new Fresh(fresh.in(old.source()), value, former(old, name, after));
        }
    }

    private static Former former(CredentialId old, CredentialName.ClientSecret name, ActedClient after) {
        JsonNode rotatedAt = after.document().path("attributes").path("client.secret.rotated.creation.time");
        return after.hasRotated()
                ? new Former.Renamed(
                        new CredentialName.RotatedSecret(name.realm(), name.client(), rotatedAt.asLong())
                                .in(old.source()),
                        SecretFacts.ROTATED_KIND)
                : new Former.Ended();
    }

    /// Nobody has it, and what was before it cannot be the client's present one again.
    @Override
    public ActionOutcome discard(CredentialId fresh) {
        return new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("rotate.kept"));
    }

    @Override
    public Usage lastUse(CredentialId credential) {
        return new Usage.NotObserved(MESSAGES.text("rotate.usage"));
    }

    @Override
    public ActionOutcome restore(CredentialId old) {
        return new ActionOutcome.Refused(clock.instant(), MESSAGES.text("rotate.no-way-back"));
    }

    private static ActedClient client(KcSession session, CredentialName.ClientSecret name) throws InterruptedException {
        String path = "realms/" + Form.segment(name.realm()) + "/clients/" + Form.segment(name.client());
        KcAnswer answer = session.read(path);
        if (answer instanceof KcAnswer.Done done) {
            return new ActedClient(path, done.body());
        }
        throw failure(answer);
    }

    private static CredentialName.ClientSecret name(CredentialId id) {
        if (CredentialName.of(id).orElse(null) instanceof CredentialName.ClientSecret secret) {
            return secret;
        }
        throw refused("rotate.kind", id.text());
    }

    private static SourceException failure(KcAnswer answer) {
        return new SourceException(answer.kind(), MESSAGES.text("act.refused", answer.words()));
    }

    private static SourceException refused(String key, String what) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, what));
    }
}
