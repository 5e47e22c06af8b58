package dev.curfew.testbed.install;

import dev.curfew.model.text.Messages;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.process.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The machine's Maven, which fetches what is published as a zip.
record Maven(String program) {
    private static final Messages MESSAGES = Messages.of(Maven.class);

    /// As in the root POM.
    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy";

    /// Fetches, checks, unpacks and prepares it.
    ///
    /// @param folder an empty one; the zip's own outermost folder is left out
    /// @throws TestbedException if Maven or its repository is missing, the hash differs, or the preparation fails
    void install(MavenZip what, Path folder) throws IOException {
        Path fetched = Files.createTempDirectory(folder.getParent(), what.name() + "-fetched-");
        try {
            Command.run(
                    List.of(
                            program,
                            "-q",
                            "-B",
                            "-ntp",
                            COPY,
                            "-Dartifact=" + what.coordinates(),
                            "-DoutputDirectory=" + fetched),
                    Map.of(),
                    "");
            try (Stream<Path> files = Files.list(fetched)) {
                Path zip = files.findFirst()
                        .orElseThrow(
                                () -> new TestbedException(MESSAGES.text("install.failed", what.name(), "no zip")));
                unpack(what, zip, folder);
                Files.delete(zip);
            }
        } finally {
            Files.deleteIfExists(fetched);
        }
        prepare(what, folder);
    }

    /// Unpacked while it is hashed: whoever calls throws the folder away if this throws.
    private static void unpack(MavenZip what, Path zip, Path folder) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(zip), digest)) {
            ZipInputStream entries = new ZipInputStream(in);
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                write(entry, entries, folder);
            }
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(what.sha256())) {
            throw new TestbedException(MESSAGES.text("hash.differs", what.coordinates(), found, what.sha256()));
        }
    }

    private static void write(ZipEntry entry, InputStream content, Path folder) throws IOException {
        String below = entry.getName().substring(entry.getName().indexOf('/') + 1);
        Path target = folder.resolve(below).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException(entry.getName() + " leads out of the folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
        }
    }

    /// A zip's permissions are lost on the way, so a script is given to the shell.
    private static void prepare(MavenZip what, Path folder) {
        List<String> command = new ArrayList<>(
                List.of("sh", folder.resolve(what.preparation().getFirst()).toString()));
        command.addAll(what.preparation().subList(1, what.preparation().size()));
        System.out.println(MESSAGES.text("zip.preparing", what.name()));
        Command.run(command, Map.of("JAVA_HOME", System.getProperty("java.home")), "");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
