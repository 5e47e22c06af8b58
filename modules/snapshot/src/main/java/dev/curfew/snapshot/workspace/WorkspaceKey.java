package dev.curfew.snapshot.workspace;

import dev.curfew.model.connection.Secret;
import dev.curfew.snapshot.crypto.Argon2Cost;
import dev.curfew.snapshot.keychain.Keychain;

/// What opens a workspace.
public sealed interface WorkspaceKey {

    /// @param secret lent: neither kept nor closed
    /// @param cost of a guess, in a workspace that is made; what is there tells its own
    record Passphrase(Secret secret, Argon2Cost cost) implements WorkspaceKey {
        public Passphrase {
            if (secret.isEmpty()) {
                throw new IllegalArgumentException("a passphrase is not empty");
            }
        }
    }

    /// A random key in the keychain, under the workspace's id.
    record InKeychain(Keychain keychain) implements WorkspaceKey {}

    static WorkspaceKey keychain(Keychain keychain) {
        return new InKeychain(keychain);
    }
}
