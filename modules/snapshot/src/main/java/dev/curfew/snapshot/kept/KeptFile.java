package dev.curfew.snapshot.kept;

import dev.curfew.snapshot.crypto.AesGcm;
import dev.curfew.snapshot.file.PrivateFiles;
import dev.curfew.snapshot.packing.Packing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
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

    /// The number of what the bytes were worked out of, as the file says without proof; empty where there is no file.
    ///
    /// @throws IOException if the file is there and cannot be read
    public OptionalLong number() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] number = in.readNBytes(Long.BYTES);
            return number.length < Long.BYTES
                    ? OptionalLong.empty()
                    : OptionalLong.of(ByteBuffer.wrap(number).getLong());
        } catch (NoSuchFileException _) {
            return OptionalLong.empty();
        }
    }

    /// @param number of that of which the bytes were to be worked out
    /// @param from what tells it from everything else
    /// @throws IOException if the file is there and cannot be read
    public Optional<byte[]> read(long number, byte[] from) throws IOException {
        byte[] whole;
        try {
            whole = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        if (whole.length < Long.BYTES || ByteBuffer.wrap(whole).getLong() != number) {
            return Optional.empty();
        }
        byte[] sealed = Arrays.copyOfRange(whole, Long.BYTES, whole.length);
        Optional<byte[]> packed = AesGcm.open(key, sealed, associated(number, from));
        if (packed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Packing.unpack(ByteBuffer.wrap(packed.get()), Integer.MAX_VALUE));
        } catch (DataFormatException e) {
            throw new IOException("the file holds something else", e);
        }
    }

    /// @param number of that of which the bytes were worked out; stands in the file for all to see
    /// @param from what tells it from everything else
    /// @throws IOException if the bytes could not be written; then what was there before is
    public void write(long number, byte[] from, byte[] content) throws IOException {
        byte[] sealed = AesGcm.seal(key, Packing.pack(content), associated(number, from));
        PrivateFiles.replace(
                file,
                ByteBuffer.allocate(Long.BYTES + sealed.length)
                        .putLong(number)
                        .put(sealed)
                        .array());
    }

    private byte[] associated(long number, byte[] from) {
        byte[] name = ("curfew-kept:2:" + workspaceId + ":" + number + ":").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + from.length)
                .put(name)
                .put(from)
                .array();
    }
}
