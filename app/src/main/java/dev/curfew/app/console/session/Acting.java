package dev.curfew.app.console.session;

import dev.curfew.app.console.action.Availability;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Where something can be changed, and where not and why, as last read: so that nobody fills in a form, signs it, and
/// is told only then.
public final class Acting {

    private static final Messages MESSAGES = Messages.of(Acting.class);

    private final ReadOnlyObjectWrapper<Map<SourceName, Connection>> connections =
            new ReadOnlyObjectWrapper<>(Map.of());

    /// What is connected now.
    public void know(List<Connection> all) {
        connections.set(all.stream().collect(Collectors.toUnmodifiableMap(Connection::name, Function.identity())));
    }

    /// What is not connected here came with an export, or is on its way: whoever acts on it is told by the use case.
    public Availability on(SourceName source) {
        Connection connection = connections.get().get(source);
        return Availability.unless(
                connection != null && !connection.canAct(), connection == null ? "-" : reason(connection));
    }

    /// As [#on(SourceName)], followed as what is connected is read.
    public ObservableValue<Availability> following(SourceName source) {
        return Bindings.createObjectBinding(() -> on(source), connections);
    }

    /// Follows whether something may be done there, as what is connected is read.
    ///
    /// @param may whether it may be done at all; followed too
    public ObservableValue<Availability> on(SourceName source, ObservableValue<Availability> may) {
        return Bindings.createObjectBinding(() -> may.getValue().and(on(source)), may, connections);
    }

    /// Follows what is looked at.
    ///
    /// @param otherwise why not, where nothing is looked at
    public ObservableValue<Availability> on(
            ObservableValue<? extends Optional<? extends EntityId>> looked, String otherwise) {
        return Bindings.createObjectBinding(
                () -> looked.getValue()
                        .map(id -> on(id.source()))
                        .orElseGet(() -> Availability.unless(true, otherwise)),
                looked,
                connections);
    }

    /// Why nothing can be changed there, or what can.
    public static String reason(Connection connection) {
        if (connection.canAct()) {
            return MESSAGES.text("acting.reason.on");
        }
        String key = "acting.reason." + connection.kind();
        return MESSAGES.text(MESSAGES.has(key) ? key : "acting.reason.none");
    }
}
