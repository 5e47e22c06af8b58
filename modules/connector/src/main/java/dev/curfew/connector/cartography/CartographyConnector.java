package dev.curfew.connector.cartography;

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

/// A graph of Cartography's, exported with `apoc.export.json`; the connection's address is the file's. What it tells of
/// AWS's principals and policies becomes what AWS itself would tell of them. Nothing can be issued, revoked or probed
/// through it.
public final class CartographyConnector implements Connector {
    public static final SourceKind KIND = new SourceKind(
            "cartography",
            new AddressForm.File(),
            List.of(),
            Credentials.NONE,
            Abilities.READS,
            Messages.of(CartographyConnector.class));

    private final InstantSource clock;

    public CartographyConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    /// Its observer refuses a file that is not such an export by a `SourceException` of kind `MALFORMED` whose message
    /// says line, column and JSON path.
    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new CartographyObserver(connection.name(), connection.address(), clock);
    }
}
