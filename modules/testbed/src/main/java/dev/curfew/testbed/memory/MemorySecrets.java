package dev.curfew.testbed.memory;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Secrets in a map.
public final class MemorySecrets implements Secrets {
    private final Map<String, Secret> byName = new HashMap<>();

    @Override
    public Optional<Secret> get(String name) {
        return Optional.ofNullable(byName.get(name)).map(Secret::copy);
    }

    @Override
    public void put(String name, Secret value) {
        byName.put(name, value.copy());
    }

    @Override
    public void remove(String name) {
        byName.remove(name);
    }
}
