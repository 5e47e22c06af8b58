package dev.curfew.app.growth;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import java.util.Optional;

/// The sample has no credential.
enum NoSecrets implements Secrets {
    NONE;

    @Override
    public Optional<Secret> get(String name) {
        return Optional.empty();
    }

    @Override
    public void put(String name, Secret value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String name) {
        throw new UnsupportedOperationException();
    }
}
