package dev.curfew.app.cli.serve.http;

import java.util.Map;

/// What one server takes, so that no client keeps others out.
public final class ServeLimits {
    /// A request with every field at its longest is a quarter of it.
    static final int BODY_BYTES_MAX = 16 * 1024;

    /// At once. They wait for one workspace; more would only wait longer.
    static final int REQUESTS_MAX = 64;

    private static final int CONNECTIONS_MAX = 128;

    /// For sending a whole request: they are small, and the network is this machine.
    private static final int REQUEST_SECONDS_MAX = 10;

    /// Longer than any answer is waited for.
    private static final int ANSWER_SECONDS_MAX = 90;

    /// A token with room to spare.
    private static final int HEADERS_BYTES_MAX = 32 * 1024;

    private ServeLimits() {}

    /// As the JDK's server reads them, once for a process and before its first server: module `jdk.httpserver`.
    static void set() {
        Map.of(
                        "jdk.httpserver.maxConnections",
                        CONNECTIONS_MAX,
                        "sun.net.httpserver.maxReqTime",
                        REQUEST_SECONDS_MAX,
                        "sun.net.httpserver.maxRspTime",
                        ANSWER_SECONDS_MAX,
                        "sun.net.httpserver.maxReqHeaderSize",
                        HEADERS_BYTES_MAX,
                        "sun.net.httpserver.nodelay",
                        true)
                .forEach((name, value) -> System.setProperty(name, String.valueOf(value)));
    }
}
