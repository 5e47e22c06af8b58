package dev.curfew.connector.aws;

import dev.curfew.connector.aws.trail.CloudTrailDeeds;
import dev.curfew.connector.record.AuditFile;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Abilities;
import dev.curfew.model.kind.AddressForm;
import dev.curfew.model.kind.Credentials;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// An AWS account from the file that `aws iam get-account-authorization-details` prints; the connection's address is
/// the file's. A file is read and no more: nothing can be issued, revoked or probed through it.
public final class AwsFileConnector implements Connector {
    private static final Messages MESSAGES = Messages.of(AwsFileConnector.class);

    public static final SourceKind KIND = new SourceKind(
            "aws-file",
            new AddressForm.File(),
            List.of(Setting.text(AuditFile.SETTING, MESSAGES)),
            Credentials.NONE,
            Abilities.READS,
            MESSAGES);

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

    @Override
    public Optional<DeedLog> deeds(Connection connection, Secrets secrets) {
        return Optional.of(new CloudTrailDeeds(connection, clock));
    }
}
