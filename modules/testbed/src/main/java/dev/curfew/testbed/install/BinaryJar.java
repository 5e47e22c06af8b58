package dev.curfew.testbed.install;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A jar that Maven put on the class path, and that holds a server as a compressed archive.
///
/// @param name short, for messages and folders
/// @param archive the resource
/// @param sha256 of the whole jar, 64 hexadecimal digits
public record BinaryJar(String name, String version, String archive, String sha256) {

    public static final BinaryJar POSTGRESQL = new BinaryJar(
            "postgresql",
            "18.6.0",
            "/postgres-linux-x86_64.txz",
            "008ee189eaa7ca2b58bd01dd950291e638b998392cf982297acd4779ec898ac1");

    /// `<name>-<version>-<start of the hash>`.
    String folder() {
        return name + "-" + version + "-" + sha256.substring(0, Requirements.HASH_DIGITS);
    }

    /// The jar's file.
    ///
    /// @throws TestbedException if there is none on the class path, or it has another hash
    Path checked() throws IOException {
        URL resource = BinaryJar.class.getResource(archive);
        if (resource == null || !(resource.openConnection() instanceof JarURLConnection connection)) {
            throw new TestbedException(archive + " is in no jar on the class path");
        }
        Path jar = Path.of(connection.getJarFile().getName());
        String found = HexFormat.of().formatHex(digest(jar));
        if (!found.equals(sha256)) {
            throw new TestbedException(jar + " has the hash " + found + ", not " + sha256);
        }
        return jar;
    }

    private static byte[] digest(Path file) throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
