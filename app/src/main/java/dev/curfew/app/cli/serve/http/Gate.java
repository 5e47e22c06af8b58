package dev.curfew.app.cli.serve.http;

import com.sun.net.httpserver.Headers;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Keeps browsers out. A page of anywhere can send requests to a loopback port, and a name of its own can be made to
/// mean this machine (DNS rebinding); both say so in headers that no page can forge: Host, Origin, Sec-Fetch-Site.
final class Gate {
    private static final Messages MESSAGES = Messages.of(Gate.class);
    private static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> OWN_SITES = Set.of("none", "same-origin");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String scheme;
    private final Set<String> hosts;

    Gate(String scheme, int port) {
        this.scheme = scheme;
        Set<String> own = new HashSet<>();
        NAMES.forEach(name -> own.add(name + ":" + port));
        if (port == (scheme.equals("https") ? HTTPS : HTTP)) {
            // clients leave out the port that the scheme has anyway: RFC 9110, section 7.2
            own.addAll(NAMES);
        }
        this.hosts = Set.copyOf(own);
    }

    /// @param target as the request line had it
    /// @throws Problem unless it is meant for this server, and by no foreign page
    void check(URI target, Headers headers) {
        List<String> host = headers.getOrDefault("Host", List.of());
        if (host.size() != 1 || !isOwn(host.getFirst())) {
            throw Problem.of(ProblemKind.MISDIRECTED, MESSAGES.text("host"));
        }
        if (target.getRawAuthority() != null && !isOwn(target.getRawAuthority())) {
            throw Problem.of(ProblemKind.MISDIRECTED, MESSAGES.text("host"));
        }
        boolean foreign = headers.getOrDefault("Origin", List.of()).stream().anyMatch(origin -> !isOwnOrigin(origin))
                || headers.getOrDefault("Sec-Fetch-Site", List.of()).stream()
                        .anyMatch(site -> !OWN_SITES.contains(site));
        if (foreign) {
            throw Problem.of(ProblemKind.FOREIGN_ORIGIN, MESSAGES.text("origin"));
        }
    }

    private boolean isOwn(String host) {
        return hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    private boolean isOwnOrigin(String origin) {
        String start = scheme + "://";
        return origin.startsWith(start) && isOwn(origin.substring(start.length()));
    }
}
