package dev.curfew.testbed.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// How a server is started.
///
/// @param command the program and its arguments for a port; no secrets here, other users can read them
/// @param environment added to ours; secrets go here
/// @param readiness the path that answers below 500 once the server is ready; empty where it does not speak HTTP
/// @param log what the server prints
/// @param certificate the file that the server writes its self-made certificate to, and is trusted by; null: no TLS
public record Launch(
        String name,
        IntFunction<List<String>> command,
        IntFunction<Map<String, String>> environment,
        String readiness,
        Path log,
        @Nullable Path certificate) {

    public Launch(
            String name,
            IntFunction<List<String>> command,
            IntFunction<Map<String, String>> environment,
            String readiness,
            Path log) {
        this(name, command, environment, readiness, log, null);
    }

    URI address(int port) {
        return URI.create((certificate == null ? "http" : "https") + "://127.0.0.1:" + port);
    }
}
