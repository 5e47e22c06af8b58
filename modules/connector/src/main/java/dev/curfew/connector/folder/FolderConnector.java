package dev.curfew.connector.folder;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Abilities;
import dev.curfew.model.kind.AddressForm;
import dev.curfew.model.kind.Credentials;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A folder, or one file: the connection's address. It is read and no more. The credential is the passwords of its
/// keystores, one a line.
public final class FolderConnector implements Connector {
    /// Names of folders that are not entered, with commas between.
    static final String LEAVE_OUT = "leave-out";

    private static final Messages MESSAGES = Messages.of(FolderConnector.class);

    public static final SourceKind KIND = new SourceKind(
            "folder",
            new AddressForm.File(true),
            List.of(Setting.text(LEAVE_OUT, MESSAGES).usually(".git,node_modules")),
            new Credentials(false, List.of("passwords")),
            Abilities.READS,
            MESSAGES);

    private final InstantSource clock;

    public FolderConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new FolderObserver(connection, secrets, clock);
    }

    @Override
    public Optional<SelfCheck> selfCheck(Connection connection) {
        return Optional.of(new PasswordCheck(connection));
    }
}
