package dev.curfew.revocation.spool;

import dev.curfew.governance.file.PrivateFiles;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.ShortIds;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// A spool that is being written: a line is on the disk before the next thing happens. Only its owner may read it.
final class SpoolFile implements Closeable {
    private final Path path;
    private final FileChannel channel;
    private final OfficerKey key;
    private final InstantSource clock;
    private long number;
    private String before = SpoolLine.NOTHING;

    private SpoolFile(Path path, FileChannel channel, OfficerKey key, InstantSource clock) {
        this.path = path;
        this.channel = channel;
        this.key = key;
        this.clock = clock;
    }

    /// In the first of the folders that takes its first line: on a full disk a file is made, and nothing goes into it.
    ///
    /// @param plan its id
    /// @param opening of the first line
    /// @throws IOException if none does
    static SpoolFile create(List<Path> folders, String plan, OfficerKey key, Office office, Map<String, Object> opening)
            throws IOException {
        IOException failed = new IOException("no folder was given");
        for (Path folder : folders) {
            String id = ShortIds.next("", office.random(), next -> Files.exists(path(folder, plan + next)));
            Path path = path(folder, plan + id);
            try {
                return opened(new SpoolFile(path, PrivateFiles.create(path), key, office.clock()), opening);
            } catch (IOException e) {
                e.addSuppressed(failed);
                failed = e;
            }
        }
        throw failed;
    }

    private static Path path(Path folder, String name) {
        return folder.resolve(name + SpoolReader.ENDING);
    }

    private static SpoolFile opened(SpoolFile spool, Map<String, Object> opening) throws IOException {
        try {
            spool.write(SpoolLine.What.OPENED, opening);
            return spool;
        } catch (IOException e) {
            spool.close();
            Files.delete(spool.path);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /// Returns when the line is on the disk.
    ///
    /// @throws UncheckedIOException if it is not: then nothing may be done on it
    SpoolLine append(SpoolLine.What what, Map<String, Object> body) {
        try {
            return write(what, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SpoolLine write(SpoolLine.What what, Map<String, Object> body) throws IOException {
        SpoolLine line = signed(what, body);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line.written() + "\n");
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
        number++;
        before = line.hash();
        return line;
    }

    private SpoolLine signed(SpoolLine.What what, Map<String, Object> body) {
        Instant at = clock.instant();
        return new SpoolLine(number, before, what, at, body, key.sign(SpoolLine.text(number, before, what, at, body)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
