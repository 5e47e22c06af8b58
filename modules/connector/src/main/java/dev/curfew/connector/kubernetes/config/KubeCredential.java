package dev.curfew.connector.kubernetes.config;

import dev.curfew.connector.http.BearerToken;
import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.tls.ClientCertificate;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a call proves who it is by: a bearer token, a client certificate, or both.
public final class KubeCredential implements AutoCloseable {
    private final @Nullable Secret token;
    private final @Nullable ClientCertificate certificate;

    private KubeCredential(@Nullable Secret token, @Nullable ClientCertificate certificate) {
        this.token = token;
        this.certificate = certificate;
    }

    /// @param token closed with this, or where it cannot be one
    /// @throws SourceException if it cannot be one, or there is neither
    static KubeCredential of(@Nullable Secret token, @Nullable ClientCertificate certificate) {
        boolean usable = token == null ? certificate != null : BearerToken.mayBe(token);
        if (!usable) {
            if (token != null) {
                token.close();
            }
            throw new SourceException(
                    SourceException.Kind.REFUSED,
                    Messages.of(KubeCredential.class).text("credential.shape"));
        }
        return new KubeCredential(token, certificate);
    }

    public Call on(Call call) {
        if (token != null) {
            call.header("Authorization", "Bearer " + token.reveal());
        }
        return certificate == null ? call : call.certificate(certificate);
    }

    /// A copy; empty where it is a certificate only.
    public Optional<Secret> token() {
        return Optional.ofNullable(token).map(Secret::copy);
    }

    /// Empty where there is no certificate.
    public Optional<Instant> certificateEndsAt() {
        return Optional.ofNullable(certificate).map(ClientCertificate::endsAt);
    }

    /// Whom the certificate makes its holder; empty where there is none.
    public Optional<String> certificateUser() {
        return Optional.ofNullable(certificate)
                .map(shown -> SubjectNames.of(shown.subject()).user());
    }

    KubeCredential copy() {
        return new KubeCredential(token == null ? null : token.copy(), certificate);
    }

    @Override
    public void close() {
        if (token != null) {
            token.close();
        }
    }
}
