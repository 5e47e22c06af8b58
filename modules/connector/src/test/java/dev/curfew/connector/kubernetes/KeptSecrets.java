package dev.curfew.connector.kubernetes;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Secrets in memory.
final class KeptSecrets implements Secrets {
    private final Map<String, Secret> kept = new HashMap<>();

    @Override
    public Optional<Secret> get(String name) {
        return Optional.ofNullable(kept.get(name)).map(Secret::copy);
    }

    @Override
    public void put(String name, Secret value) {
        kept.put(name, value.copy());
    }

    @Override
    public void remove(String name) {
        kept.remove(name);
    }
}
