package dev.curfew.snapshot.export;

import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.export.manifest.ManifestFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Counts bytes and lines, and hashes.
final class Measure {
    private final MessageDigest digest = Sha256.digest();
    private long bytes;
    private long lines;

    void add(byte[] buffer, int offset, int length) {
        digest.update(buffer, offset, length);
        bytes += length;
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
    }

    long bytes() {
        return bytes;
    }

    /// To be asked once: it ends the hash.
    ManifestFile file(String name) {
        return new ManifestFile(name, bytes, lines, HexFormat.of().formatHex(digest.digest()));
    }

    OutputStream writingTo(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                add(buffer, offset, length);
                out.write(buffer, offset, length);
            }
        };
    }
}
