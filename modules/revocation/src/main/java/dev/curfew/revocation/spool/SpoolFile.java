package dev.curfew.revocation.spool;

import dev.curfew.governance.file.PrivateFiles;
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
import java.security.SecureRandom;
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

    /// In the first of the folders that takes it.
    ///
    /// @param plan its id
    /// @throws IOException if none does
    static SpoolFile create(List<Path> folders, String plan, OfficerKey key, InstantSource clock, SecureRandom random)
            throws IOException {
        IOException failed = new IOException("no folder was given");
        for (Path folder : folders) {
            Path path = folder.resolve(plan
                    + ShortIds.next("", random, id -> Files.exists(folder.resolve(plan + id + SpoolReader.ENDING)))
                    + SpoolReader.ENDING);
            try {
                return new SpoolFile(path, PrivateFiles.create(path), key, clock);
            } catch (IOException e) {
                e.addSuppressed(failed);
                failed = e;
            }
        }
        throw failed;
    }

    Path path() {
        return path;
    }

    /// Returns when the line is on the disk.
    ///
    /// @throws UncheckedIOException if it is not: then nothing may be done on it
    SpoolLine append(SpoolLine.What what, Map<String, Object> body) {
        SpoolLine line = signed(what, body);
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(line.written() + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
