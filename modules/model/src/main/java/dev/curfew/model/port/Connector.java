package dev.curfew.model.port;

import dev.curfew.model.connection.Connection;
import java.util.Optional;

/// One kind of source. Each part it returns takes its secret from `Secrets` when it needs it, and keeps no copy.
public interface Connector {

    /// As in `Connection.kind`.
    String kind();

    Observer observer(Connection connection, Secrets secrets);

    /// Empty where this kind cannot issue, or the connection may not act.
    Optional<Issuer> issuer(Connection connection, Secrets secrets);

    /// Empty where this kind cannot revoke, or the connection may not act.
    Optional<Revoker> revoker(Connection connection, Secrets secrets);

    Optional<Probe> probe(Connection connection, Secrets secrets);
}
