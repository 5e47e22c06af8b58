package dev.curfew.governance.target;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.UseLog;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceClock;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.timebox.TimeBoxer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// The targets behind the workspace's connections.
public final class ConnectedTargets implements Targets {
    private final UnitOfWork unitOfWork;
    private final List<Connector> connectors;
    private final Secrets secrets;
    private final Map<String, IssuedKind> issuedByConnectionKind;

    /// @param issuedByConnectionKind what each kind of connection mints, from the revocability catalogue
    public ConnectedTargets(
            UnitOfWork unitOfWork,
            List<Connector> connectors,
            Secrets secrets,
            Map<String, IssuedKind> issuedByConnectionKind) {
        this.unitOfWork = unitOfWork;
        this.connectors = List.copyOf(connectors);
        this.secrets = secrets;
        this.issuedByConnectionKind = Map.copyOf(issuedByConnectionKind);
    }

    @Override
    public Optional<Issuer> issuer(SourceName source) {
        return acting(source, (connector, connection) -> connector.issuer(connection, secrets));
    }

    @Override
    public Optional<Revoker> revoker(SourceName source) {
        return acting(source, (connector, connection) -> connector.revoker(connection, secrets));
    }

    @Override
    public Optional<Rotator> rotator(SourceName source) {
        return acting(source, (connector, connection) -> connector.rotator(connection, secrets));
    }

    @Override
    public Optional<PolicyKeeper> keeper(SourceName source) {
        return acting(source, (connector, connection) -> connector.keeper(connection, secrets));
    }

    @Override
    public Optional<TimeBoxer> timeBoxer(SourceName source) {
        return acting(source, (connector, connection) -> connector.timeBoxer(connection, secrets));
    }

    @Override
    public Optional<UseLog> uses(SourceName source) {
        return any(source, (connector, connection) -> connector.uses(connection, secrets));
    }

    @Override
    public Optional<Probe> probe(SourceName source) {
        return any(source, (connector, connection) -> connector.probe(connection, secrets));
    }

    @Override
    public Optional<DeedLog> deeds(SourceName source) {
        return any(source, (connector, connection) -> connector.deeds(connection, secrets));
    }

    @Override
    public Optional<SourceClock> clock(SourceName source) {
        return any(source, (connector, connection) -> connector.clock(connection, secrets));
    }

    @Override
    public Optional<Action> ending(SourceName source) {
        return issued(source).map(IssuedKind::ending);
    }

    @Override
    public Optional<String> issuedKind(SourceName source) {
        return issued(source).map(IssuedKind::credentialKind);
    }

    private Optional<IssuedKind> issued(SourceName source) {
        return connection(source).map(Connection::kind).map(issuedByConnectionKind::get);
    }

    private <T> Optional<T> acting(SourceName source, BiFunction<Connector, Connection, Optional<T>> part) {
        return connection(source).filter(Connection::canAct).flatMap(connection -> part(connection, part));
    }

    private <T> Optional<T> any(SourceName source, BiFunction<Connector, Connection, Optional<T>> part) {
        return connection(source).flatMap(connection -> part(connection, part));
    }

    private <T> Optional<T> part(Connection connection, BiFunction<Connector, Connection, Optional<T>> part) {
        return connector(connection).flatMap(connector -> part.apply(connector, connection));
    }

    private Optional<Connection> connection(SourceName source) {
        return unitOfWork.run(transaction -> transaction.connections().find(source.value()));
    }

    private Optional<Connector> connector(Connection connection) {
        return connectors.stream()
                .filter(connector -> connector.kind().equals(connection.kind()))
                .findFirst();
    }
}
