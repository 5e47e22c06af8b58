package dev.curfew.model.port;

import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.UseLog;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.timebox.TimeBoxer;
import java.util.Collection;
import java.util.Optional;

/// One kind of source, which at least can be read. Each part it returns takes its secret from `Secrets` when it needs
/// it, and keeps no copy.
public interface Connector {

    /// The one of a connection's kind; empty where nothing here knows it.
    static Optional<Connector> of(Connection connection, Collection<? extends Connector> among) {
        return among.stream()
                .filter(connector -> connector.kind().equals(connection.kind()))
                .<Connector>map(connector -> connector)
                .findFirst();
    }

    /// What this kind takes and can do.
    SourceKind describe();

    /// As in `Connection.kind`.
    default String kind() {
        return describe().id();
    }

    Observer observer(Connection connection, Secrets secrets);

    /// Opens a feed of the source's changes. Empty where this kind tells of none: it is read whole from time to time.
    ///
    /// @throws SourceException if the source cannot be reached, or does not let us
    default Optional<ChangeFeed> changes(Connection connection, Secrets secrets) throws InterruptedException {
        return Optional.empty();
    }

    /// Empty where this kind cannot issue, or the connection may not act.
    default Optional<Issuer> issuer(Connection connection, Secrets secrets) {
        return Optional.empty();
    }

    /// Empty where this kind cannot revoke, or the connection may not act.
    default Optional<Revoker> revoker(Connection connection, Secrets secrets) {
        return Optional.empty();
    }

    /// Empty where this kind makes no second credentials, or the connection may not act.
    default Optional<Rotator> rotator(Connection connection, Secrets secrets) {
        return Optional.empty();
    }

    /// Empty where there is nothing to try a credential at: the sample, a file.
    default Optional<Probe> probe(Connection connection, Secrets secrets) {
        return Optional.empty();
    }

    /// The source's own clock. Empty where none tells: the sample, a file.
    default Optional<SourceClock> clock(Connection connection, Secrets secrets) {
        return Optional.empty();
    }

    /// How somebody logs in for a connection of this kind on another device. Empty: nobody can.
    default Optional<DeviceLogin> deviceLogin(Connection connection) {
        return Optional.empty();
    }

    /// The source's own record of what is done there. Empty where this kind has none, or none is read.
    default Optional<DeedLog> deeds(Connection connection, Secrets secrets) {
        return Optional.empty();
    }

    /// The source's own record of what a policy is used for. Empty where this kind has none, or none is read.
    default Optional<UseLog> uses(Connection connection, Secrets secrets) {
        return Optional.empty();
    }

    /// Empty where this kind writes no policies, or the connection may not act.
    default Optional<PolicyKeeper> keeper(Connection connection, Secrets secrets) {
        return Optional.empty();
    }

    /// Empty where this kind puts no ends on standing access, or the connection may not act.
    default Optional<TimeBoxer> timeBoxer(Connection connection, Secrets secrets) {
        return Optional.empty();
    }

    /// Tries the connection's own credentials. Empty where it has none: the sample, a file.
    default Optional<SelfCheck> selfCheck(Connection connection) {
        return Optional.empty();
    }

    /// How its break-glass accounts get in. Empty where this kind has none that Curfew could drill.
    default Optional<EmergencyDoor> emergencyDoor(Connection connection) {
        return Optional.empty();
    }
}
