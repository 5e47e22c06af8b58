package dev.curfew.connector.endpoints;

import dev.curfew.connector.dial.PrivateAddresses;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Abilities;
import dev.curfew.model.kind.AddressForm;
import dev.curfew.model.kind.Credentials;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// TLS endpoints that a file lists, a `host:port` a line; the connection's address is the file's. Each is asked for its
/// certificates, and nothing else is said to it.
public final class EndpointsConnector implements Connector {
    /// For a connection, and then for its handshake.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public static final SourceKind KIND = new SourceKind(
            "endpoints",
            new AddressForm.File(),
            List.of(PrivateAddresses.setting()),
            Credentials.NONE,
            Abilities.READS,
            Messages.of(EndpointsConnector.class));

    private final InstantSource clock;
    private final Duration patience;

    public EndpointsConnector(InstantSource clock) {
        this(clock, PATIENCE);
    }

    EndpointsConnector(InstantSource clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new EndpointsObserver(
                connection,
                new Handshake(patience, PrivateAddresses.sockets(PrivateAddresses.areAllowed(connection))),
                clock);
    }
}
