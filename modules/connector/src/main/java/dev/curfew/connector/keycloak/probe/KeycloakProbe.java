package dev.curfew.connector.keycloak.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.Jwt;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;

/// Tries secrets and tokens. Keys, initial access and registration tokens it does not: a key it would have to hold, and
/// the others would be spent by trying.
public final class KeycloakProbe implements Probe {
    private static final Messages MESSAGES = Messages.of(KeycloakProbe.class);

    private final KcAccess access;
    private final Clock clock;

    public KeycloakProbe(KcAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException {
        CredentialName name = CredentialName.of(credential).orElse(null);
        try {
            return switch (name) {
                case CredentialName.ClientSecret secret ->
                    secrets().attempt(secret.realm(), secret.client(), Presented.of(value));
                case CredentialName.RotatedSecret rotated ->
                    secrets().attempt(rotated.realm(), rotated.client(), Presented.of(value));
                case CredentialName.Session session -> tokens().attempt(session.realm(), Presented.of(value));
                case CredentialName.AccessToken token -> tokens().attempt(token.realm(), Presented.of(value));
                case CredentialName.ClientKey _ -> unclear("probe.key");
                case CredentialName.InitialAccess _, CredentialName.RegistrationToken _ -> unclear("probe.spent");
                case null -> unclear("probe.unknown");
            };
        } catch (SourceException e) {
            return new ProbeOutcome.Indeterminate(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ListingEvidence list(CredentialId credential) throws InterruptedException {
        CredentialName name = CredentialName.of(credential).orElse(null);
        if (name == null) {
            return new ListingEvidence.Unreadable(clock.instant(), MESSAGES.text("probe.unknown"));
        }
        try {
            return new Listing(access, clock).of(name);
        } catch (SourceException e) {
            return new ListingEvidence.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    /// A secret is compared with the one that the reading client is shown; a token says which login it is of.
    ///
    /// @throws SourceException if Keycloak does not show it
    @Override
    public boolean belongs(CredentialId credential, Secret value) throws InterruptedException {
        CredentialName name = CredentialName.of(credential).orElse(null);
        Presented presented = Presented.of(value);
        return switch (name) {
            case CredentialName.ClientSecret secret -> {
                JsonNode client = look(secret.realm(), secret.client());
                long madeAt = client.path("attributes")
                        .path("client.secret.creation.time")
                        .asLong();
                yield madeAt == secret.madeAt() && isOf(client, presented, false);
            }
            case CredentialName.RotatedSecret rotated -> isOf(look(rotated.realm(), rotated.client()), presented, true);
            case CredentialName.Session session -> says(presented.token(), "sid", session.id());
            case CredentialName.AccessToken token -> says(presented.token(), "jti", token.id());
            case CredentialName.InitialAccess initial -> says(presented.token(), "jti", initial.id());
            case CredentialName.ClientKey _, CredentialName.RegistrationToken _ -> false;
            case null -> false;
        };
    }

    private JsonNode look(String realm, String client) throws InterruptedException {
        KcAnswer answer = new ClientLook(access).at(realm, client);
        if (answer instanceof KcAnswer.Done done) {
            return done.body();
        }
        if (answer instanceof KcAnswer.Absent) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
        throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("belongs.unknown", answer.words()));
    }

    private static boolean isOf(JsonNode client, Presented presented, boolean rotated) {
        boolean isNamed = presented.clientId().isEmpty()
                || presented.clientId().equals(client.path("clientId").asText());
        try (Secret secret = Secret.of(presented.secret())) {
            return isNamed && (rotated ? ClientLook.isRotated(client, secret) : ClientLook.isSecret(client, secret));
        }
    }

    private static boolean says(String token, String claim, String id) {
        return Jwt.claims(token)
                .filter(claims -> claims.path(claim).asText().equals(id))
                .isPresent();
    }

    private SecretTrial secrets() {
        return new SecretTrial(access.tokens(), new ClientLook(access), clock);
    }

    private TokenTrial tokens() {
        return new TokenTrial(access, access.tokens(), clock);
    }

    private ProbeOutcome unclear(String key) {
        return new ProbeOutcome.Indeterminate(clock.instant(), MESSAGES.text(key));
    }
}
