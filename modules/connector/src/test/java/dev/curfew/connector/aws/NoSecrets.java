package dev.curfew.connector.aws;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import java.util.Optional;

/// For a file, which needs none: whoever asks is wrong.
public final class NoSecrets implements Secrets {
    @Override
    public Optional<Secret> get(String name) {
        throw new AssertionError(name);
    }

    @Override
    public void put(String name, Secret value) {
        throw new AssertionError(name);
    }

    @Override
    public void remove(String name) {
        throw new AssertionError(name);
    }
}
