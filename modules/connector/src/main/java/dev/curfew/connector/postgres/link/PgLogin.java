package dev.curfew.connector.postgres.link;

import dev.curfew.model.connection.Secret;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PasswordUtil;

/// Who logs in, and with what.
public final class PgLogin implements AutoCloseable {
    private final String user;
    private final @Nullable Secret password;
    private final @Nullable Secret certificate;

    /// @param password null where a certificate is all; closed with this
    /// @param certificate certificates and their private key as PEM; null where there is none; closed with this
    PgLogin(String user, @Nullable Secret password, @Nullable Secret certificate) {
        this.user = user;
        this.password = password;
        this.certificate = certificate;
    }

    public String user() {
        return user;
    }

    @Nullable
    Secret password() {
        return password;
    }

    @Nullable
    Secret certificate() {
        return certificate;
    }

    public boolean hasPassword() {
        return password != null;
    }

    /// What a server may be given to know the password by, in its place.
    ///
    /// @throws IllegalStateException where there is none
    public String verifier() {
        if (password == null) {
            throw new IllegalStateException("a certificate has no verifier");
        }
        // The driver wipes what it is given.
        return password.use(characters -> PasswordUtil.encodeScramSha256(characters.clone()));
    }

    @Override
    public void close() {
        if (password != null) {
            password.close();
        }
        if (certificate != null) {
            certificate.close();
        }
    }

    @Override
    public String toString() {
        return user;
    }
}
