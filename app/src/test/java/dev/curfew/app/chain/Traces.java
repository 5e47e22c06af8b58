package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Looks for a secret value in everything that Curfew left behind.
public final class Traces {
    private Traces() {}

    /// @param allowed files that are to hold the value: what the person keeps it in
    public static void assertNowhere(String secret, Path home, Set<Path> allowed, String seen) throws IOException {
        assertThat(seen).as("standard output and standard error").doesNotContain(secret);
        assertInNoFile(secret, home, allowed);
    }

    /// @param allowed as in [#assertNowhere]
    public static void assertInNoFile(String secret, Path home, Set<Path> allowed) throws IOException {
        assertThat(secret).isNotEmpty();
        try (Stream<Path> walk = Files.walk(home)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> !allowed.contains(file))
                    .toList();
            for (Path file : files) {
                assertThat(content(file)).as(file.toString()).doesNotContain(secret);
            }
        }
    }

    /// What other users of the machine see of every process that runs: its command line.
    static void assertInNoCommandLine(String secret) throws IOException {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                commandLine(process).ifPresent(lines::add);
            }
        }
        assertThat(lines).as("our own").anyMatch(line -> line.contains("java"));
        assertThat(lines).noneMatch(line -> line.contains(secret));
    }

    /// Empty for one that ended meanwhile, or is not ours to look at.
    private static Optional<String> commandLine(Path process) {
        try {
            return Optional.of(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Every byte as a character; what is zipped, unpacked.
    private static String content(Path file) throws IOException {
        if (file.toString().endsWith(".zip")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try (InputStream in = Files.newInputStream(file);
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    zip.transferTo(all);
                }
            }
            return all.toString(StandardCharsets.ISO_8859_1);
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
