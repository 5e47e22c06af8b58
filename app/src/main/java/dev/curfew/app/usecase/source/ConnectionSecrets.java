package dev.curfew.app.usecase.source;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps a connection's secrets, which live outside the store and so outside its unit of work.
public final class ConnectionSecrets {
    private final Secrets secrets;

    public ConnectionSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    void keep(Connection connection, @Nullable Secret read, @Nullable Secret act) {
        if (read != null) {
            secrets.put(connection.readSecret(), read);
        }
        if (act != null) {
            secrets.put(connection.actSecret(), act);
        }
    }

    /// The caller closes it.
    Optional<Secret> find(Connection connection, boolean acting) {
        return secrets.get(acting ? connection.actSecret() : connection.readSecret());
    }

    /// Puts the new credentials in place and runs the work; if it does not come through, the old ones are put back.
    void replaceIf(Runnable work, Connection connection, @Nullable Secret read, @Nullable Secret act) {
        Map<String, Secret> wanted = new LinkedHashMap<>();
        if (read != null) {
            wanted.put(connection.readSecret(), read);
        }
        if (act != null) {
            wanted.put(connection.actSecret(), act);
        }
        Map<String, Optional<Secret>> before = new LinkedHashMap<>();
        boolean done = false;
        try {
            wanted.forEach((name, secret) -> {
                before.put(name, secrets.get(name));
                secrets.put(name, secret);
            });
            work.run();
            done = true;
        } finally {
            for (Map.Entry<String, Optional<Secret>> old : before.entrySet()) {
                try (Secret secret = old.getValue().orElse(null)) {
                    if (!done) {
                        secrets.set(old.getKey(), secret);
                    }
                }
            }
        }
    }

    void forget(Connection connection) {
        secrets.remove(connection.readSecret());
        forgetActing(connection);
    }

    void forgetActing(Connection connection) {
        secrets.remove(connection.actSecret());
    }

    /// Runs the work, and drops the connection's secrets if it did not come through.
    <T> T dropUnless(Supplier<T> work, Connection connection) {
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                forget(connection);
            }
        }
    }
}
