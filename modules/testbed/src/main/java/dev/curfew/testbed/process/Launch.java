package dev.curfew.testbed.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// How a server is started.
///
/// @param command the program and its arguments for a port; no secrets here, other users can read them
/// @param environment added to ours; secrets go here
/// @param readiness the path that answers below 500 once the server is ready
/// @param log what the server prints
public record Launch(
        String name,
        IntFunction<List<String>> command,
        IntFunction<Map<String, String>> environment,
        String readiness,
        Path log) {

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
