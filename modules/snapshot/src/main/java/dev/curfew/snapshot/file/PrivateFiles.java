package dev.curfew.snapshot.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Files and folders that only their owner may read (0600 and 0700 where the file system knows such rights), replaced
/// whole or not at all.
public final class PrivateFiles {

    private PrivateFiles() {}

    public static void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder, only(folder, "rwx------"));
    }

    /// @throws FileAlreadyExistsException if it is there already
    public static void createFile(Path file) throws IOException {
        Files.createFile(file, only(file, "rw-------"));
    }

    /// After this returns, the file holds the content even if the power fails; if it throws, what was there before.
    public static void replace(Path file, byte[] content) throws IOException {
        Path fresh = beside(file);
        try {
            createFile(fresh);
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// A name in the same folder, and so on the same file system, that nothing has yet.
    public static Path beside(Path file) {
        String random = Long.toHexString(Double.doubleToLongBits(Math.random()));
        return file.resolveSibling("." + file.getFileName() + "." + random + ".part");
    }

    /// Makes a rename in the file's folder durable. Windows neither needs this nor lets a folder be opened.
    public static void syncFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !isPosix(folder)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Deletes a folder and what is in it, without following links.
    public static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private static FileAttribute<?>[] only(Path path, String rights) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
