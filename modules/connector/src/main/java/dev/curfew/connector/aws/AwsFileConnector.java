package dev.curfew.connector.aws;

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

/// An AWS account from the file that `aws iam get-account-authorization-details` prints; the connection's address is
/// the
/// file's. A file is read and no more: nothing can be issued, revoked or probed through it.
public final class AwsFileConnector implements Connector {
    public static final SourceKind KIND = new SourceKind(
            "aws-file",
            new AddressForm.File(),
            List.of(),
            Credentials.NONE,
            Abilities.READS,
            Messages.of(AwsFileConnector.class));

    private final InstantSource clock;

    public AwsFileConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    /// Its observer refuses a file that is not exactly what it should be, by a `SourceException` of kind `MALFORMED`
    /// whose message says line, column and JSON path.
    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new FileObserver(connection.name(), connection.address(), clock);
    }
}
