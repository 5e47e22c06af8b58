package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Looks for a secret value in everything that Curfew left behind.
final class Traces {

    private Traces() {}

    /// @param allowed files that are to hold the value: what the person keeps it in
    static void assertNowhere(String secret, Path home, Set<Path> allowed, String seen) throws IOException {
        assertThat(seen).as("standard output and standard error").doesNotContain(secret);
        try (Stream<Path> walk = Files.walk(home)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> !allowed.contains(file))
                    .toList();
            for (Path file : files) {
                assertThat(content(file)).as(file.toString()).doesNotContain(secret);
            }
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
