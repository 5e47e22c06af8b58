package dev.curfew.connector.opengraph;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Abilities;
import dev.curfew.model.kind.AddressForm;
import dev.curfew.model.kind.Credentials;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.List;

/// A graph that another tool, or another Curfew, wrote as an OpenGraph file; the connection's address is the file's.
/// Nothing can be issued, revoked or probed through it.
public final class OpenGraphConnector implements Connector {
    public static final SourceKind KIND = new SourceKind(
            "opengraph-file",
            new AddressForm.File(),
            List.of(),
            Credentials.NONE,
            Abilities.READS,
            Messages.of(OpenGraphConnector.class));

    private final InstantSource clock;

    public OpenGraphConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    /// Its observer refuses a file that is not an OpenGraph file by a `SourceException` of kind `MALFORMED` whose
    /// message says line, column and JSON path.
    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new GraphObserver(connection.name(), connection.address(), clock);
    }
}
