package dev.curfew.snapshot.lock;

import dev.curfew.snapshot.file.PrivateFiles;
import dev.curfew.snapshot.json.JsonException;
import dev.curfew.snapshot.json.RecordJson;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Holds a folder for this process. The operating system drops the lock when the process ends, however it ends; the
/// file stays, and says who had it last.
public final class FolderLock implements Closeable {
    public static final String FILE_NAME = "curfew.lock";

    /// Far behind the text, so that Windows, where a locked region cannot be read, lets others read who holds it.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int TEXT_BYTES_MAX = 1024;

    /// Folders this process holds. Process-wide, because the locks are: on POSIX, closing any channel on the file
    /// drops the process's lock, so a second opening in this process must be refused before it touches the file.
    private static final ConcurrentMap<Path, LockHolder> HELD = new ConcurrentHashMap<>();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// @throws LockedException if this or another process holds it
    /// @throws IOException if the lock file cannot be made or opened
    public static FolderLock acquire(Path folder, Instant now) throws IOException, LockedException {
        Path real = folder.toRealPath();
        LockHolder me = LockHolder.thisProcess(now);
        LockHolder already = HELD.putIfAbsent(real, me);
        if (already != null) {
            throw new LockedException(already);
        }
        boolean held = false;
        try {
            FolderLock lock = lock(real, me);
            held = true;
            return lock;
        } finally {
            if (!held) {
                HELD.remove(real);
            }
        }
    }

    private static FolderLock lock(Path folder, LockHolder me) throws IOException, LockedException {
        FileChannel channel = open(folder.resolve(FILE_NAME));
        boolean held = false;
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new LockedException(readHolder(channel).orElse(null));
            }
            writeHolder(channel, me);
            held = true;
            return new FolderLock(folder, channel);
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            PrivateFiles.createFile(file);
        } catch (FileAlreadyExistsException _) {
            // From last time.
        }
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void writeHolder(FileChannel channel, LockHolder holder) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(new RecordJson().write(holder).getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static Optional<LockHolder> readHolder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(TEXT_BYTES_MAX);
        channel.read(text, 0);
        try {
            String json = StandardCharsets.UTF_8.decode(text.flip()).toString();
            return Optional.of(new RecordJson().read(json, LockHolder.class));
        } catch (JsonException _) {
            // Read between its locking and its writing.
            return Optional.empty();
        }
    }

    /// Gives the folder free. Does nothing the second time.
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }
}
