package dev.curfew.connector.dial;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.text.Messages;
import javax.net.SocketFactory;

/// Whether a connection's setting permits addresses inside a network.
public final class PrivateAddresses {
    /// The connection setting.
    public static final String SETTING = "allow-private-addresses";

    private PrivateAddresses() {}

    /// For a kind of source.
    public static Setting setting() {
        return Setting.flag(SETTING, Messages.of(PrivateAddresses.class));
    }

    public static boolean areAllowed(Connection connection) {
        return Boolean.parseBoolean(connection.settings().getOrDefault(SETTING, "false"));
    }

    /// What dials where they are allowed, or not.
    public static SocketFactory sockets(boolean areAllowed) {
        return areAllowed ? SocketFactory.getDefault() : new PublicSockets();
    }
}
