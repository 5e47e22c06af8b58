package dev.curfew.connector.keycloak.id;

import dev.curfew.connector.http.Form;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import java.util.Optional;

/// The native ids of credentials, and what they name.
public sealed interface CredentialName {

    String realm();

    /// As in `CredentialId.nativeId`.
    String text();

    default CredentialId in(SourceName source) {
        return new CredentialId(source, text());
    }

    /// A client's secret of one age: the one that replaces it has another name.
    ///
    /// @param client Keycloak's own id of the client
    /// @param madeAt seconds since 1970, as Keycloak keeps them; 0 where it does not, with a secret of before 2021
    record ClientSecret(String realm, String client, long madeAt) implements CredentialName {
        @Override
        public String text() {
            return "secret/" + realm + "/" + client + "/" + madeAt;
        }
    }

    /// A secret that was replaced and is still taken for a while.
    ///
    /// @param rotatedAt seconds since 1970
    record RotatedSecret(String realm, String client, long rotatedAt) implements CredentialName {
        @Override
        public String text() {
            return "rotated-secret/" + realm + "/" + client + "/" + rotatedAt;
        }
    }

    /// A key that a client signs with, or the certificate that it shows.
    ///
    /// @param key its public id: a thumbprint, a key id, where the keys are, a subject
    record ClientKey(String realm, String client, String key) implements CredentialName {
        @Override
        public String text() {
            return "client-key/" + realm + "/" + client + "/" + Form.segment(key);
        }
    }

    /// A login that refresh tokens hang on.
    record Session(String realm, String id, boolean offline) implements CredentialName {
        @Override
        public String text() {
            return (offline ? "offline-session/" : "session/") + realm + "/" + id;
        }
    }

    /// A token that clients are registered with.
    record InitialAccess(String realm, String id) implements CredentialName {
        @Override
        public String text() {
            return "initial-access/" + realm + "/" + id;
        }
    }

    /// The token that a client changes its own registration with.
    record RegistrationToken(String realm, String client) implements CredentialName {
        @Override
        public String text() {
            return "registration-token/" + realm + "/" + client;
        }
    }

    /// An access token of a client. In no list: only whoever holds one can name it.
    ///
    /// @param client Keycloak's own id of the client
    /// @param id its `jti`
    record AccessToken(String realm, String client, String id) implements CredentialName {
        @Override
        public String text() {
            return "access-token/" + realm + "/" + client + "/" + id;
        }
    }

    /// Empty for anything else.
    static Optional<CredentialName> of(CredentialId credential) {
        String[] parts = credential.nativeId().split("/", -1);
        return switch (parts.length) {
            case 3 -> ofThree(parts[0], parts[1], parts[2]);
            case 4 -> ofFour(parts[0], parts[1], parts[2], parts[3]);
            default -> Optional.empty();
        };
    }

    private static Optional<CredentialName> ofThree(String type, String realm, String id) {
        return switch (type) {
            case "session" -> Optional.of(new Session(realm, id, false));
            case "offline-session" -> Optional.of(new Session(realm, id, true));
            case "initial-access" -> Optional.of(new InitialAccess(realm, id));
            case "registration-token" -> Optional.of(new RegistrationToken(realm, id));
            default -> Optional.empty();
        };
    }

    private static Optional<CredentialName> ofFour(String type, String realm, String client, String last) {
        boolean isTime = !last.isEmpty() && last.length() < 19 && last.chars().allMatch(Character::isDigit);
        return switch (type) {
            case "secret" ->
                isTime ? Optional.of(new ClientSecret(realm, client, Long.parseLong(last))) : Optional.empty();
            case "rotated-secret" ->
                isTime ? Optional.of(new RotatedSecret(realm, client, Long.parseLong(last))) : Optional.empty();
            case "client-key" ->
                Optional.of(new ClientKey(
                        realm, client, java.net.URLDecoder.decode(last, java.nio.charset.StandardCharsets.UTF_8)));
            case "access-token" -> Optional.of(new AccessToken(realm, client, last));
            default -> Optional.empty();
        };
    }
}
