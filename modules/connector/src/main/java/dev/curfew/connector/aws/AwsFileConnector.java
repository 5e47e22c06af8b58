package dev.curfew.connector.aws;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Secrets;
import java.time.InstantSource;

/// An AWS account from the file that `aws iam get-account-authorization-details` prints; the connection's address is
/// the
/// file's. A file is read and no more: nothing can be issued, revoked or probed through it.
public final class AwsFileConnector implements Connector {
    /// As in `Connection.kind`.
    public static final String KIND = "aws-file";

    private final InstantSource clock;

    public AwsFileConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Its observer refuses a file that is not exactly what it should be, by a `SourceException` of kind `MALFORMED`
    /// whose message says line, column and JSON path.
    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new FileObserver(connection.name(), connection.address(), clock);
    }
}
