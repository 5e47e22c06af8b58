package dev.curfew.connector.http;

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
/// @param privateAllowed whether addresses inside a network are dialled
record Way(@Nullable Proxy proxy, int requestsPerSecond, int requestsAtOnce, boolean privateAllowed) {
    /// What no connection holds: where a person typed it, or this machine has it so.
    static final Way DIRECT = new Way(null, 0, 0, true);

    private static final int PORT = 8080;

    static Way of(Connection connection) {
        Map<String, String> settings = connection.settings();
        return new Way(
                proxy(settings.getOrDefault(Endpoint.PROXY, "")),
                number(settings.getOrDefault(Endpoint.REQUESTS_PER_SECOND, "")),
                number(settings.getOrDefault(Endpoint.REQUESTS_AT_ONCE, "")),
                Boolean.parseBoolean(settings.getOrDefault(Endpoint.ALLOW_PRIVATE, "false")));
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /// Whether what the source is called stands for is looked at. Behind a proxy only the proxy knows it.
    boolean isGuarded() {
        return !privateAllowed && proxy == null;
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
