package dev.curfew.connector.kubernetes;

import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.CredentialName;
import dev.curfew.connector.kubernetes.token.Jwt;
import dev.curfew.connector.kubernetes.token.SigningKeys;
import dev.curfew.connector.kubernetes.token.TokenClaims;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.Optional;

/// Whether a value belongs to a credential: what it says of itself, if the cluster signed it. Its keys are published,
/// so that this can be said of a token that the cluster takes no more; where they are not, it is asked.
final class Belonging {
    private static final Messages MESSAGES = Messages.of(Belonging.class);

    private final KubeAccess access;

    Belonging(KubeAccess access) {
        this.access = access;
    }

    /// @param value stays the caller's; also a credential of ours, in any form
    /// @throws SourceException if it cannot be said
    boolean of(CredentialId credential, Secret value) throws InterruptedException {
        CredentialName name = CredentialName.of(credential).orElse(null);
        try (KubeSession session = access.ownOrWith(value)) {
            return switch (name) {
                case null -> false;
                // one that the cluster did not sign was never accepted, and so proves nothing
                case CredentialName.Certificate certificate ->
                    session.certificateUser().equals(Optional.of(certificate.user()));
                case CredentialName.Requested it ->
                    isToken(session, claims -> claims.accountUid().equals(it.uid()));
                case CredentialName.InPod it ->
                    isToken(session, claims -> claims.podUid().equals(it.uid()));
                case CredentialName.InSecret it ->
                    isToken(
                            session,
                            claims -> claims.secret().equals(it.secret())
                                    && claims.namespace().equals(it.namespace()));
            };
        }
    }

    private interface Claim {
        boolean fits(TokenClaims claims);
    }

    private boolean isToken(KubeSession session, Claim claim) throws InterruptedException {
        try (Secret token = session.token().orElse(null)) {
            Optional<Jwt> jwt = token == null ? Optional.empty() : Jwt.read(token);
            return token != null
                    && jwt.isPresent()
                    && claim.fits(TokenClaims.of(jwt.get()))
                    && isSigned(jwt.get(), token);
        }
    }

    private boolean isSigned(Jwt jwt, Secret token) throws InterruptedException {
        try (KubeSession reading = access.reading()) {
            KubeAnswer keys = reading.get("openid/v1/jwks");
            if (keys instanceof KubeAnswer.Done done) {
                return new SigningKeys(done.body()).signed(jwt);
            }
            Map<String, ?> review = Map.of(
                    "apiVersion",
                    "authentication.k8s.io/v1",
                    "kind",
                    "TokenReview",
                    "spec",
                    Map.of("token", token.reveal()));
            KubeAnswer answer = reading.ask(KubePath.TOKEN_REVIEW, review);
            if (answer instanceof KubeAnswer.Done done
                    && done.body().doc("status").isTrue("authenticated")) {
                return true;
            }
            throw new SourceException(
                    SourceException.Kind.REFUSED, MESSAGES.text("belongs.unknown", keys.words(), answer.words()));
        }
    }
}
