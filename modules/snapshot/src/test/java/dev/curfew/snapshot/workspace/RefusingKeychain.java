package dev.curfew.snapshot.workspace;

import dev.curfew.model.connection.Secret;
import dev.curfew.snapshot.keychain.Keychain;
import java.util.Optional;

/// A keychain that keeps nothing.
final class RefusingKeychain implements Keychain {

    @Override
    public Optional<Secret> find(String account) {
        return Optional.empty();
    }

    @Override
    public void keep(String account, Secret value) {
        throw new IllegalStateException("refused");
    }

    @Override
    public void forget(String account) {
        throw new IllegalStateException("refused");
    }
}
