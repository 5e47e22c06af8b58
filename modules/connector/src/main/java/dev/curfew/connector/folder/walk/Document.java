package dev.curfew.connector.folder.walk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A file, in memory for as long as it is looked at.
///
/// @param path below the folder, with slashes, without control characters
/// @param shared whether everybody on the machine may read it
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and wiped
public record Document(String path, byte[] bytes, boolean shared) implements AutoCloseable {
    private static final int LOOKED_AT = 8192;

    /// Whether there is a NUL near its beginning, which text has not.
    public boolean isBinary() {
        for (int i = 0; i < Math.min(LOOKED_AT, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /// What is no UTF-8 in it becomes a sign of its own; forms of credentials are ASCII.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Its content as Git names it (`git hash-object`): SHA-1 over its length and all of it, 40 hexadecimal digits.
    /// Not kept without a key: a short file can be guessed by it.
    public String blob() {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha1.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /// The last part of its path.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
