package dev.curfew.app.chain.kill;

import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// A real server where an agent has credentials.
interface Place {
    /// Connects it, with the reading and acting credentials that the shipped policies allow.
    void connect(CommandBench bench);

    /// The agent's credentials by the ids that they are listed under, with their values.
    Map<String, String> agent(String name);

    static String shipped(Class<?> connector, String name) {
        try (InputStream in = Objects.requireNonNull(connector.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
