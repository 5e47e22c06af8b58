package dev.curfew.app.usecase.workspace;

import dev.curfew.model.connection.Secret;

/// What opens a workspace.
public sealed interface Unlock {

    /// @param secret lent: closed by whoever made it
    record Passphrase(Secret secret) implements Unlock {}

    /// The system's keychain.
    record Keychain() implements Unlock {}
}
