package dev.curfew.app.usecase.counter;

import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.file.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a workspace's counter listens: a socket in its folder, or in a folder of its own where that path is too long.
final class CounterPlace {
    private static final String SOCKET = "curfew.sock";

    /// `sun_path` is 104 bytes on macOS, 108 on Linux, with the zero at its end.
    private static final int PATH_BYTES_MAX = 100;

    private static final int NAME_CHARACTERS = 16;

    private CounterPlace() {}

    static Path of(Path workspace) {
        Path usual = workspace.toAbsolutePath().normalize().resolve(SOCKET);
        if (usual.toString().getBytes(StandardCharsets.UTF_8).length <= PATH_BYTES_MAX) {
            return usual;
        }
        String name = "curfew-" + Sha256.hex(usual.toString()).substring(0, NAME_CHARACTERS);
        return Path.of(System.getProperty("java.io.tmpdir", ""), name, SOCKET);
    }

    /// Makes the folder, and takes away what a killed process left.
    static void clear(Path socket) throws IOException {
        Path folder = socket.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            try {
                PrivateFiles.createFolder(folder);
            } catch (FileAlreadyExistsException _) {
                // made meanwhile
            }
        }
        Files.deleteIfExists(socket);
    }
}
