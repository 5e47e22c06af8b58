package dev.curfew.governance.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Small files only their owner may read, durable when written; whole or not at all, but for what is written on.
public final class PrivateFiles {
    private PrivateFiles() {}

    /// A new file to write to, bit by bit; its name is durable, and what is in it once it is forced.
    ///
    /// @throws FileAlreadyExistsException if there is a file of that name
    public static FileChannel create(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(folder));
        try {
            sync(file);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return channel;
    }

    /// @return false if there was a file of that name; it is left as it was
    public static boolean writeNew(Path file, String text) throws IOException {
        Path draft = draft(file);
        try {
            write(draft, text);
            boolean published = publish(draft, file);
            if (published) {
                sync(file);
            }
            return published;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    public static void replace(Path file, String text) throws IOException {
        Path draft = draft(file);
        try {
            write(draft, text);
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Over what is there.
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(to);
    }

    private static Path draft(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.createTempFile(folder, ".", ".draft", ownerOnly(folder));
    }

    private static void write(Path draft, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// A hard link appears at once and never over another file, which a rename would; where the file system has no
    /// links, a move without replacing is the nearest.
    private static boolean publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            return moveNew(draft, file);
        }
    }

    private static boolean moveNew(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /// Makes the new name durable. Windows neither needs this nor lets a folder be opened.
    private static void sync(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isPosix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return isPosix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
