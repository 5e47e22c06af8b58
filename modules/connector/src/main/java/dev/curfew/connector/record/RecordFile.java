package dev.curfew.connector.record;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// One file of a record.
///
/// @param name for people: its path below the record's folder
record RecordFile(Path path, String name) {
    private static final int BUFFER = 1 << 16;

    /// The two bytes that a gzip file begins with (RFC 1952, 2.3.1).
    private static final int[] GZIP = {0x1f, 0x8b};

    /// What is in it, unpacked where it is packed by gzip, whatever it is called.
    InputStream open() throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        boolean packed;
        try {
            in.mark(GZIP.length);
            packed = in.read() == GZIP[0] && in.read() == GZIP[1];
            in.reset();
            return packed ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
