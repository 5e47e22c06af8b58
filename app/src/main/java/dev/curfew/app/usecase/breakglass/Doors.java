package dev.curfew.app.usecase.breakglass;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.Isolation;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Connector;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How break-glass accounts get into connected sources: by address and settings alone, without Curfew's credentials.
public final class Doors {
    private static final Messages MESSAGES = Messages.of(Doors.class);

    private final Books books;
    private final List<Connector> connectors;

    public Doors(Books books, List<Connector> connectors) {
        this.books = books;
        this.connectors = List.copyOf(connectors);
    }

    /// @throws Refused if there is no such source
    Connection connection(SourceName source) {
        return kept(source).orElseThrow(() -> new Refused(MESSAGES.text("unknown-source", source)));
    }

    private Optional<Connection> kept(SourceName source) {
        return books.read(transaction -> transaction.connections().find(source.value()));
    }

    /// Where a source answers; none where it is not connected any more.
    public Set<URI> places(SourceName source) {
        return kept(source).stream()
                .flatMap(connection -> Stream.concat(
                        Stream.of(connection.address()),
                        find(connection).stream().flatMap(door -> door.places().stream())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The connected sources whose kinds have break-glass accounts, by name.
    List<SourceName> sources() {
        return books.read(transaction -> transaction.connections().all()).stream()
                .filter(connection -> find(connection).isPresent())
                .map(Connection::name)
                .sorted()
                .toList();
    }

    /// @throws Refused if its kind has no break-glass accounts
    EmergencyDoor of(Connection connection) {
        return find(connection)
                .orElseThrow(() -> new Refused(MESSAGES.text("no-door", connection.name(), connection.kind())));
    }

    /// What a path's source has in common with its kind; nothing where it is not connected any more.
    Isolation.Traits traits(BreakGlassPath path) {
        return kept(path.source())
                .flatMap(this::find)
                .map(door -> new Isolation.Traits(
                        door.everybodys(path.account()),
                        identity -> door.isSame(path.account(), identity),
                        door.listsSealed(),
                        door::otherWays))
                .orElseGet(() -> new Isolation.Traits(Set.of(), _ -> false, true, _ -> List.of()));
    }

    private Optional<EmergencyDoor> find(Connection connection) {
        return Connector.of(connection, connectors).flatMap(connector -> connector.emergencyDoor(connection));
    }

    /// What whoever opens the envelope elsewhere has to know.
    static String label(Connection connection, BreakGlassPath path) {
        return CanonicalJson.text(Map.of(
                "source", connection.name().value(),
                "kind", connection.kind(),
                "address", connection.address().toString(),
                "settings", connection.settings(),
                "account", path.account(),
                "canary", path.canary()));
    }
}
