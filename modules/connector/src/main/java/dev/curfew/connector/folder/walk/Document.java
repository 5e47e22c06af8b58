package dev.curfew.connector.folder.walk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    /// The last part of its path.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
