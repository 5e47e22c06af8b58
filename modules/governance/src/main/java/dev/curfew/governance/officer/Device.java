package dev.curfew.governance.officer;

import dev.curfew.governance.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The machine that a statement was signed on. Two officers with one id signed on one device, which in production
/// counts as one officer; the statement says so, and a reader can see it.
///
/// @param id random, made once for a person's account on a machine; 32 hexadecimal digits
/// @param host the machine's name, as it calls itself
public record Device(String id, String host) {
    private static final int ID_BYTES = 16;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    public Device {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a device id has 32 hexadecimal digits");
        }
    }

    /// Reads the device's id, or makes it.
    ///
    /// @param file outside any workspace, so that two workspaces on one machine have one device: for example in the
    ///     platform's configuration folder
    /// @throws IOException if it can be neither read nor written, or holds something else
    public static Device at(Path file, String host, SecureRandom random) throws IOException {
        byte[] fresh = new byte[ID_BYTES];
        random.nextBytes(fresh);
        PrivateFiles.writeNew(file, HexFormat.of().formatHex(fresh) + "\n");
        String id = Files.readString(file).strip();
        if (!ID.matcher(id).matches()) {
            throw new IOException("no device id in " + file + ": delete it, and a new one is made");
        }
        return new Device(id, host);
    }
}
