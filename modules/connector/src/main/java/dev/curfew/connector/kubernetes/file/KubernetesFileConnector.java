package dev.curfew.connector.kubernetes.file;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Abilities;
import dev.curfew.model.kind.AddressForm;
import dev.curfew.model.kind.Credentials;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.List;

/// A file that `kubectl get … -o json` wrote; the connection's address is the file's. Nothing can be issued, revoked or
/// probed through it.
///
/// Setting: `whole`, without which the file may be of some namespaces only.
public final class KubernetesFileConnector implements Connector {
    /// Whether the file has all there are of each kind that is in it.
    static final String WHOLE = "whole";

    private static final Messages MESSAGES = Messages.of(KubernetesFileConnector.class);

    public static final SourceKind KIND = new SourceKind(
            "kubernetes-file",
            new AddressForm.File(),
            List.of(Setting.flag(WHOLE, MESSAGES)),
            Credentials.NONE,
            Abilities.READS,
            MESSAGES);

    private final InstantSource clock;

    public KubernetesFileConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    /// Its observer refuses a file that is no list of `kubectl`'s by a `SourceException` of kind `MALFORMED`.
    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new KubernetesFileObserver(connection, clock);
    }
}
