package dev.curfew.connector.http;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a source answers. Credentials go there over TLS; plain HTTP is for this machine only, unless the connection's
/// setting `allow-plain-http` is `true`.
public final class Endpoint {
    /// The connection setting that permits plain HTTP to other machines.
    public static final String ALLOW_PLAIN_HTTP = "allow-plain-http";

    private static final Messages MESSAGES = Messages.of(Endpoint.class);
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private final URI base;

    private Endpoint(URI base) {
        this.base = base;
    }

    /// @throws SourceException if the address is no `http` or `https` one, carries a user, or would send credentials in
    ///     the clear
    public static Endpoint of(Connection connection) {
        boolean plainAllowed = Boolean.parseBoolean(connection.settings().getOrDefault(ALLOW_PLAIN_HTTP, "false"));
        return of(connection.address(), plainAllowed);
    }

    /// As above, for an address that is not the connection's own.
    public static Endpoint of(URI address, boolean plainAllowed) {
        @Nullable String scheme = address.getScheme();
        @Nullable String host = address.getHost();
        if (host == null || address.getUserInfo() != null || !isHttp(scheme)) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("address.shape"));
        }
        if ("http".equalsIgnoreCase(scheme) && !plainAllowed && !isLoopback(host)) {
            throw new SourceException(
                    SourceException.Kind.UNREACHABLE, MESSAGES.text("address.plain", host, ALLOW_PLAIN_HTTP));
        }
        return new Endpoint(address);
    }

    /// The address of a path below it.
    ///
    /// @param path without a leading slash, percent-encoded, with its query if it has one
    public URI resolve(String path) {
        String text = base.toString();
        return URI.create(text.endsWith("/") ? text + path : text + "/" + path);
    }

    /// For messages: scheme, host and port.
    @Override
    public String toString() {
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    private static boolean isHttp(@Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }
}
