package dev.curfew.connector.http;

import dev.curfew.connector.dial.PrivateAddresses;
import dev.curfew.model.connection.Connection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a source is reached, and how often at most.
///
/// @param proxy null: as this machine has it
/// @param requestsPerSecond zero: no limit of ours
/// @param requestsAtOnce zero: as many as to any server
/// @param privateAllowed whether addresses inside a network are dialled, the proxy's too; what it dials, only it knows
record Way(@Nullable Proxy proxy, int requestsPerSecond, int requestsAtOnce, boolean privateAllowed) {
    private static final int PORT = 8080;

    /// To what no connection holds.
    static Way direct(boolean privateAllowed) {
        return new Way(null, 0, 0, privateAllowed);
    }

    /// To addresses inside, past the proxies that this machine has.
    static Way past() {
        return new Way(Proxy.NO_PROXY, 0, 0, true);
    }

    static Way of(Connection connection) {
        Map<String, String> settings = connection.settings();
        return new Way(
                proxy(settings.getOrDefault(Endpoint.PROXY, "")),
                number(settings.getOrDefault(Endpoint.REQUESTS_PER_SECOND, "")),
                number(settings.getOrDefault(Endpoint.REQUESTS_AT_ONCE, "")),
                PrivateAddresses.areAllowed(connection));
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /// Its name is looked up when it is called, and the source's by the proxy.
    private static @Nullable Proxy proxy(String address) {
        if (address.isBlank()) {
            return null;
        }
        URI uri = URI.create(address);
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(String.valueOf(uri.getHost()), port));
    }
}
