package dev.curfew.connector.postgres.link;

import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Where a cluster answers.
///
/// @param host a name or an address, without brackets
/// @param database the one that is connected to first
record PgAddress(String host, int port, String database) {
    private static final int PORT = 5432;

    /// What `initdb` makes for this purpose (PostgreSQL documentation, 22.3, Template Databases).
    private static final String MAINTENANCE = "postgres";

    private static final List<String> SCHEMES = List.of("postgresql", "postgres");

    /// @throws SourceException if it is no address of a PostgreSQL, or has a user name in it
    static PgAddress of(URI address) {
        String host = address.getHost();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (host == null || address.getUserInfo() != null || !SCHEMES.contains(scheme)) {
            throw new SourceException(
                    SourceException.Kind.UNREACHABLE,
                    Messages.of(PgAddress.class).text("address.shape"));
        }
        String path = address.getPath() == null ? "" : address.getPath();
        String database = path.startsWith("/") ? path.substring(1) : path;
        return new PgAddress(
                host.replace("[", "").replace("]", ""),
                address.getPort() < 0 ? PORT : address.getPort(),
                database.isEmpty() ? MAINTENANCE : database);
    }

    /// For the driver: no user, no password, no settings in it.
    String url(String name) {
        String safeHost = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return "jdbc:postgresql://" + safeHost + ":" + port + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /// For messages.
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
