package dev.curfew.snapshot.keychain;

import dev.curfew.model.connection.Secret;
import java.util.Optional;

/// Keeps secrets for the person who is logged in.
public interface Keychain {

    /// A fresh copy; the caller closes it. Empty if there is none, or the keychain will not give it.
    Optional<Secret> find(String account);

    /// @throws KeychainException if it was not kept
    void keep(String account, Secret value);

    /// Does nothing if there is none.
    ///
    /// @throws KeychainException if it is still there
    void forget(String account);
}
