package dev.curfew.model.connection;

import dev.curfew.model.id.SourceName;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// A configured source. Its secrets are in `Secrets`, under [#readSecret] and [#actSecret].
///
/// @param kind the connector's kind: `openbao`, `aws`, `sample`, `aws-file`
/// @param address where it answers; for a file or the sample, what it was read from
/// @param canAct whether an acting credential was given; without one nothing is ever changed there
/// @param settings what the kind needs besides, never secret: region, namespace, seed
public record Connection(
        SourceName name,
        String kind,
        URI address,
        boolean canAct,
        Instant connectedAt,
        java.util.Map<String, String> settings) {

    public Connection {
        settings = java.util.Map.copyOf(settings);
    }

    public String readSecret() {
        return name + "/read";
    }

    public String actSecret() {
        return name + "/act";
    }

    /// What acts on the source; empty where nothing there is ever changed.
    public <T> Optional<T> ifActing(Supplier<T> making) {
        return canAct ? Optional.of(making.get()) : Optional.empty();
    }
}
