package dev.curfew.connector.keycloak.api;

import dev.curfew.model.connection.Secret;
import org.jspecify.annotations.Nullable;

/// What Curfew logs in to a Keycloak with: a client of a realm, by its secret or by a refresh token that somebody's
/// login left with it.
///
/// @param realm where it logs in, which need not be the one it reads
/// @param clientId as its users know it
/// @param secret the client's; null for a public one
/// @param refreshToken null for a client that stands for itself
public record KcLogin(
        String realm,
        String clientId,
        @Nullable Secret secret,
        @Nullable Secret refreshToken) implements AutoCloseable {

    public KcLogin {
        if (secret == null && refreshToken == null) {
            throw new IllegalArgumentException("a client has a secret, or somebody's login");
        }
    }

    /// The same login with the refresh token that replaced its own.
    KcLogin refreshedWith(Secret token) {
        return new KcLogin(realm, clientId, secret == null ? null : secret.copy(), token);
    }

    @Override
    public void close() {
        if (secret != null) {
            secret.close();
        }
        if (refreshToken != null) {
            refreshToken.close();
        }
    }

    /// Without its values.
    @Override
    public String toString() {
        return "KcLogin[" + realm + "/" + clientId + "]";
    }
}
