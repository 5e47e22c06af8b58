package dev.curfew.app.usecase.source;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps a connection's secrets, which live outside the store and so outside its unit of work.
public final class ConnectionSecrets {
    private final Secrets secrets;

    public ConnectionSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    void keep(Connection connection, Secret read, @Nullable Secret act) {
        secrets.put(connection.readSecret(), read);
        if (act != null) {
            secrets.put(connection.actSecret(), act);
        }
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
                secrets.remove(connection.readSecret());
                secrets.remove(connection.actSecret());
            }
        }
    }
}
