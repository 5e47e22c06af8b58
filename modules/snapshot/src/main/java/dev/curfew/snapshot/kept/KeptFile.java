package dev.curfew.snapshot.kept;

import dev.curfew.snapshot.crypto.AesGcm;
import dev.curfew.snapshot.file.PrivateFiles;
import dev.curfew.snapshot.packing.Packing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DataFormatException;

/// One file of bytes that can be worked out anew at any time, and take long to be: compressed, then encrypted with
/// AES-256-GCM, bound to its workspace and to what it was worked out of. Made of anything else, cut off, changed or of
/// another workspace it is not there. Each change replaces the file whole.
public final class KeptFile {
    private final Path file;
    private final byte[] key;
    private final String workspaceId;

    /// @param key its own
    /// @param workspaceId binds the file to its workspace
    public KeptFile(Path file, byte[] key, String workspaceId) {
        this.file = file;
        this.key = key.clone();
        this.workspaceId = workspaceId;
    }

    /// @param from what tells that of which the bytes were to be worked out from everything else
    /// @throws IOException if the file is there and cannot be read
    public Optional<byte[]> read(byte[] from) throws IOException {
        byte[] sealed;
        try {
            sealed = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        Optional<byte[]> packed = AesGcm.open(key, sealed, associated(from));
        if (packed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Packing.unpack(ByteBuffer.wrap(packed.get()), Integer.MAX_VALUE));
        } catch (DataFormatException e) {
            throw new IOException("the file holds something else", e);
        }
    }

    /// @param from what tells that of which the bytes were worked out from everything else
    /// @throws IOException if they could not be written; then what was there before is
    public void write(byte[] from, byte[] content) throws IOException {
        PrivateFiles.replace(file, AesGcm.seal(key, Packing.pack(content), associated(from)));
    }

    private byte[] associated(byte[] from) {
        byte[] name = ("curfew-kept:1:" + workspaceId + ":").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + from.length)
                .put(name)
                .put(from)
                .array();
    }
}
