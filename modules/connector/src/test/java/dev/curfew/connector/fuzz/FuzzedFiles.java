package dev.curfew.connector.fuzz;

import dev.curfew.connector.record.AuditFile;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Secrets;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Inputs that are read as files, by the whole way that a file goes. Each kind has a folder of its own.
final class FuzzedFiles {
    static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    static final SourceName SOURCE = new SourceName("fuzzed");

    private final Secrets secrets = new MemorySecrets();
    private final Path folder = folder();

    FuzzedFiles() {
        secrets.put(SOURCE + "/read", Secret.of("changeit"));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("fuzzed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Secrets secrets() {
        return secrets;
    }

    /// As a source of its own.
    void file(Connector connector, byte[] input, Map<String, String> settings)
            throws IOException, InterruptedException {
        observe(connector, written(connector.describe().id() + "/file", input), settings);
    }

    /// As one file of a folder.
    ///
    /// @param path the first name is that of a folder
    void inFolder(Connector connector, String path, byte[] input) throws IOException, InterruptedException {
        written(path, input);
        observe(connector, folder.resolve(Path.of(path).getName(0)), Map.of());
    }

    /// As a table, whose first line holds the settings: `name=value`, with semicolons between.
    void table(Connector connector, String input) throws IOException, InterruptedException {
        int end = input.indexOf('\n') + 1;
        Map<String, String> settings = Arrays.stream(
                        input.substring(0, end).strip().split(";", -1))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .collect(Collectors.toMap(each -> each[0], each -> each[1], (one, _) -> one));
        if (isTaken(connector, settings)) {
            file(connector, input.substring(end).getBytes(StandardCharsets.UTF_8), settings);
        }
    }

    private static boolean isTaken(Connector connector, Map<String, String> settings) {
        try {
            connector.describe().complete(settings);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void observe(Connector connector, Path file, Map<String, String> settings) throws InterruptedException {
        Connection connection = connection(
                connector.describe().id(), file.toUri(), connector.describe().complete(settings));
        connector.observer(connection, secrets).observe(Progress.SILENT);
    }

    /// A connection whose record is a file with this in it.
    Connection recorded(String kind, String name, byte[] input) throws IOException {
        Path file = written("record-" + name + "/" + name, input);
        return connection(kind, URI.create("https://127.0.0.1:1"), Map.of(AuditFile.SETTING, file.toString()));
    }

    void deeds(DeedLog log, String who) throws InterruptedException {
        log.of(new IdentityId(SOURCE, who), List.of(), Instant.EPOCH, Progress.SILENT);
    }

    private static Connection connection(String kind, URI address, Map<String, String> settings) {
        return new Connection(SOURCE, kind, address, false, NOW, settings);
    }

    private Path written(String name, byte[] input) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.write(file, input);
    }
}
