package dev.curfew.app.usecase.handover;

import dev.curfew.app.usecase.Unwritten;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A new file that only its owner can read, for a secret that is handed over once. It is made before the secret is, so
/// that nothing is issued that cannot be handed over; it goes again unless [#write] was called.
public final class PrivateFile implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(PrivateFile.class);

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path file;
    private final FileChannel channel;
    private boolean written;

    private PrivateFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @throws java.nio.file.FileAlreadyExistsException if there is a file of that name
    /// @throws IOException if it cannot be made
    public static PrivateFile at(Path file) throws IOException {
        return new PrivateFile(file, FileChannel.open(file, NEW, ownerOnly()));
    }

    /// As [#at].
    ///
    /// @throws Unwritten if there is a file of that name, or it cannot be made
    public static PrivateFile made(Path file) {
        try {
            return at(file);
        } catch (FileAlreadyExistsException e) {
            throw new Unwritten(MESSAGES.text("file.exists", file), e);
        } catch (IOException e) {
            throw new Unwritten(MESSAGES.text("file.unwritable", file), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /// Writes the value and a line's end, which are on the disk then.
    ///
    /// @throws IOException if it could not be written whole
    public void write(Secret value) throws IOException {
        ByteBuffer bytes = value.use(text -> StandardCharsets.UTF_8.encode(CharBuffer.wrap(text)));
        writeAll(bytes);
        bytes.clear();
        while (bytes.hasRemaining()) {
            bytes.put((byte) 0);
        }
        writeAll(ByteBuffer.wrap(new byte[] {'\n'}));
        // What is done next may rely on it: an old credential is cut.
        channel.force(true);
        written = true;
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!written) {
            Files.deleteIfExists(file);
        }
    }
}
