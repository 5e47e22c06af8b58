package dev.curfew.app.chain.kill;

import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    static void connect(
            CommandBench bench, String kind, String name, String address, String read, String act, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "connect",
                kind,
                name,
                "--address",
                address,
                "--read-credential",
                bench.file(name + "-read", read).toString(),
                "--act-credential",
                bench.file(name + "-act", act).toString()));
        words.addAll(List.of(more));
        var answer = bench.run(words.toArray(String[]::new));
        if (answer.exitCode() != 0) {
            throw new AssertionError(answer.err() + answer.out());
        }
    }
}
