package dev.curfew.snapshot.workspace;

import dev.curfew.snapshot.file.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How often the store was written, kept beside it: eight bytes, the highest first. H2 opens a file whose end is cut
/// off as it was some commits ago; this is how that is noticed. After a crash the count may be behind the store, which
/// is harmless, and never before it, because it is written after each commit is on the disk.
final class CommitCount implements Closeable {
    static final String FILE_NAME = "curfew.commits";

    private static final Logger LOG = LoggerFactory.getLogger(CommitCount.class);

    /// Not a `FileChannel`, which closes when a thread that writes is interrupted.
    private final RandomAccessFile file;

    private CommitCount(RandomAccessFile file) {
        this.file = file;
    }

    static void create(Path directory, long commits) throws IOException {
        PrivateFiles.replace(
                directory.resolve(FILE_NAME),
                ByteBuffer.allocate(Long.BYTES).putLong(commits).array());
    }

    /// @throws NoSuchFileException if there is none; opening makes none
    static CommitCount open(Path directory, boolean readOnly) throws IOException {
        Path path = directory.resolve(FILE_NAME);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new CommitCount(new RandomAccessFile(path.toFile(), readOnly ? "r" : "rw"));
    }

    /// @throws java.io.EOFException if the file is cut off
    long read() throws IOException {
        file.seek(0);
        return file.readLong();
    }

    /// Does not fail the unit of work, which is committed already.
    void write(long commits) {
        try {
            file.seek(0);
            file.write(ByteBuffer.allocate(Long.BYTES).putLong(commits).array());
        } catch (IOException e) {
            LOG.warn("the count of commits stays behind at less than {}", commits, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
