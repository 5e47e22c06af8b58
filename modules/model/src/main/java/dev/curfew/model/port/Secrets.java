package dev.curfew.model.port;

import dev.curfew.model.connection.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where connection secrets are kept: encrypted, outside the store.
public interface Secrets {

    /// A fresh copy; the caller closes it.
    Optional<Secret> get(String name);

    /// Replaces what was there. Durable when it returns.
    void put(String name, Secret value);

    void remove(String name);

    /// Replaces what was there, or removes it.
    ///
    /// @param value null: there is none from now on
    default void set(String name, @Nullable Secret value) {
        if (value == null) {
            remove(name);
        } else {
            put(name, value);
        }
    }
}
