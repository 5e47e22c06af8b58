package dev.curfew.connector.endpoints;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a server answers by TLS.
///
/// @param host a name in lower case, or an address without brackets
record Endpoint(String host, int port) {
    /// A name or an IPv4 address, or an IPv6 address in brackets; then a port, unless it is the usual one.
    private static final Pattern SHAPE = Pattern.compile(
            "(?:(?<name>[A-Za-z0-9._-]{1,253})|\\[(?<six>[0-9A-Fa-f:.]{2,45})])(?::(?<port>[0-9]{1,5}))?");

    private static final Pattern FOUR = Pattern.compile("[0-9.]+");
    private static final int USUAL_PORT = 443;
    private static final int PORT_MAX = 65_535;

    /// Empty where the text is none.
    static Optional<Endpoint> of(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group("six") == null ? matcher.group("name") : matcher.group("six");
        int port = matcher.group("port") == null ? USUAL_PORT : Integer.parseInt(matcher.group("port"));
        return port == 0 || port > PORT_MAX
                ? Optional.empty()
                : Optional.of(new Endpoint(host.toLowerCase(Locale.ROOT), port));
    }

    boolean isAddress() {
        return host.contains(":") || FOUR.matcher(host).matches();
    }

    /// As it is typed.
    String text() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
