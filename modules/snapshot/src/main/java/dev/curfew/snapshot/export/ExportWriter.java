package dev.curfew.snapshot.export;

import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.export.manifest.Manifest;
import dev.curfew.snapshot.export.manifest.ManifestFile;
import dev.curfew.snapshot.export.manifest.ManifestSignature;
import dev.curfew.snapshot.export.manifest.ManifestSigner;
import dev.curfew.snapshot.json.RecordJson;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the entries of one export, and notes what the manifest says of them.
final class ExportWriter implements Closeable {
    private final RecordJson json = new RecordJson();
    private final ZipOutputStream zip;
    private final Instant createdAt;
    private final List<ManifestFile> written = new ArrayList<>();

    ExportWriter(OutputStream out, Instant createdAt) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.createdAt = createdAt;
    }

    <T> void write(ExportFile<T> file, Transaction transaction, Snapshot snapshot) throws IOException {
        entry(file.name(), out -> {
            for (T one : file.from().apply(transaction, snapshot)) {
                out.write(json.write(one));
                out.write('\n');
            }
        });
    }

    void write(TextPart part, Transaction transaction) throws IOException {
        entry(part.name(), out -> part.content().write(transaction, out));
    }

    /// Signs what was written, and ends the zip.
    Manifest finish(String workspace, Snapshot snapshot, ManifestSigner signer) throws IOException {
        Manifest unsigned = new Manifest(
                Manifest.FORMAT,
                Manifest.VERSION,
                createdAt,
                workspace,
                snapshot.number(),
                snapshot.takenAt(),
                written,
                signer.publicKey(),
                "");
        Manifest manifest = ManifestSignature.sign(unsigned, signer);
        begin(ExportArchive.MANIFEST);
        zip.write(manifest.bytes());
        zip.closeEntry();
        zip.finish();
        return manifest;
    }

    private void entry(String name, Text text) throws IOException {
        begin(name);
        // Measured before compression; not closed, for that would close the zip.
        Measure measure = new Measure();
        OutputStream measured = measure.writingTo(zip);
        Writer out = new BufferedWriter(new OutputStreamWriter(measured, StandardCharsets.UTF_8));
        text.writeTo(out);
        out.flush();
        zip.closeEntry();
        written.add(measure.file(name));
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(createdAt.toEpochMilli());
        zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    @FunctionalInterface
    private interface Text {
        void writeTo(Writer out) throws IOException;
    }
}
