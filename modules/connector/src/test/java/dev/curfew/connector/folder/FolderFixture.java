package dev.curfew.connector.folder;

import dev.curfew.connector.fingerprint.Fingerprint;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A folder to be read, with a key for fingerprints that is the same each time.
final class FolderFixture {
    static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final Path root;
    private final MemorySecrets secrets = new MemorySecrets();

    FolderFixture(Path root) {
        this.root = root;
        secrets.put("curfew/fingerprint-key", Secret.of("00112233445566778899aabbccddeeff".repeat(2)));
    }

    Path root() {
        return root;
    }

    Path file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void passwords(String lines) {
        secrets.put("here/read", Secret.of(lines));
    }

    Connection connection(Path at) {
        return new Connection(
                new SourceName("here"),
                "folder",
                at.toUri(),
                false,
                NOW,
                Map.of(FolderConnector.LEAVE_OUT, ".git,node_modules"));
    }

    Observation read() throws InterruptedException {
        return read(root);
    }

    Observation read(Path at) throws InterruptedException {
        return new FolderConnector(Clock.fixed(NOW, ZoneOffset.UTC))
                .observer(connection(at), secrets)
                .observe(Progress.SILENT);
    }

    static Coverage coverage(Observation observation, String scope) {
        return observation.coverage().stream()
                .filter(it -> it.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    static List<Credential> credentials(Observation observation, String kind) {
        return all(observation, Credential.class).stream()
                .filter(it -> it.kind().equals(kind))
                .toList();
    }

    static List<Identity> agents(Observation observation) {
        return all(observation, Identity.class);
    }

    static List<Resource> files(Observation observation) {
        return all(observation, Resource.class);
    }

    private static <T extends Fact> List<T> all(Observation observation, Class<T> type) {
        return observation.facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// Runs a program, and says what it said should it fail.
    static void run(Path in, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(in.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Arrays.toString(command) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String keyed(String text) {
        return new Fingerprint(secrets).of(text);
    }
}
