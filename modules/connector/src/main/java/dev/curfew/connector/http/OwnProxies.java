package dev.curfew.connector.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Dns;

/// The proxies that this machine has, looked up before OkHttp would have [PublicNames] do it: they may stand inside a
/// network.
final class OwnProxies extends ProxySelector {
    private final ProxySelector proxies;
    private final Dns names;

    /// @param names looks names up
    OwnProxies(ProxySelector proxies, Dns names) {
        this.proxies = proxies;
        this.names = names;
    }

    @Override
    public List<Proxy> select(URI address) {
        return proxies.select(address).stream().flatMap(this::lookedUp).toList();
    }

    /// Each of its addresses as one. A SOCKS proxy OkHttp does not look up.
    private Stream<Proxy> lookedUp(Proxy proxy) {
        if (proxy.type() != Proxy.Type.HTTP
                || !(proxy.address() instanceof InetSocketAddress address)
                || !address.isUnresolved()) {
            return Stream.of(proxy);
        }
        try {
            return names.lookup(address.getHostString()).stream()
                    .map(found -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(found, address.getPort())));
        } catch (UnknownHostException _) {
            // it is not found again when it is dialled, and that is told
            return Stream.of(proxy);
        }
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException cause) {
        proxies.connectFailed(address, proxy, cause);
    }
}
