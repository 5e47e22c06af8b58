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
record Way(@Nullable Proxy proxy, int requestsPerSecond) {
    static final Way DIRECT = new Way(null, 0);

    private static final int PORT = 8080;

    static Way of(Connection connection) {
        Map<String, String> settings = connection.settings();
        String rate = settings.getOrDefault(Endpoint.REQUESTS_PER_SECOND, "");
        return new Way(proxy(settings.getOrDefault(Endpoint.PROXY, "")), rate.isEmpty() ? 0 : Integer.parseInt(rate));
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
