package dev.curfew.snapshot.export;

import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.export.ExportException.Kind;
import dev.curfew.snapshot.export.manifest.Manifest;
import dev.curfew.snapshot.export.manifest.ManifestSigner;
import dev.curfew.snapshot.file.PrivateFiles;
import dev.curfew.snapshot.file.Reason;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.record.RecordKind;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;

/// The portable export: a zip of JSON Lines and a signed manifest, and its way back into a workspace that can only be
/// read. There is no place in it for a secret value, nor for connections.
public final class PortableExport {
    private final InstantSource clock;
    private final Limits limits;

    public PortableExport(InstantSource clock) {
        this(clock, Limits.STANDARD);
    }

    PortableExport(InstantSource clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /// Writes the newest snapshot, the records and the parts as they are at one moment. The file is there when this
    /// returns, and is not if it throws; units of work wait meanwhile.
    ///
    /// @throws ExportException `EXISTS` or `INACCESSIBLE`
    public Manifest write(Workspace workspace, Path file, ManifestSigner signer, List<TextPart> parts) {
        if (Files.exists(file)) {
            throw ExportException.of(Kind.EXISTS, "exists", file);
        }
        Path fresh = PrivateFiles.beside(file.toAbsolutePath());
        try {
            Manifest manifest = workspace.readTogether(
                    (transaction, snapshot) -> write(workspace.id(), transaction, snapshot, fresh, signer, parts));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.syncFolder(file);
            return manifest;
        } catch (IOException | UncheckedIOException e) {
            throw ExportException.because(e, Kind.INACCESSIBLE, "write-failed", file, Reason.of(e));
        } finally {
            deleteIfThere(fresh);
        }
    }

    private Manifest write(
            String workspace,
            Transaction transaction,
            Snapshot snapshot,
            Path fresh,
            ManifestSigner signer,
            List<TextPart> parts) {
        try {
            PrivateFiles.createFile(fresh);
            Manifest manifest;
            try (ExportWriter out =
                    new ExportWriter(new BufferedOutputStream(Files.newOutputStream(fresh)), clock.instant())) {
                for (ExportFile<?> file : ExportFile.all()) {
                    out.write(file, transaction, snapshot);
                }
                for (TextPart part : parts) {
                    out.write(part, transaction);
                }
                manifest = out.finish(workspace, snapshot, signer);
            }
            sync(fresh);
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(Path fresh) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void deleteIfThere(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Checks names, signature and every checksum, and keeps nothing.
    ///
    /// @throws ExportException if anything is not as it should be
    public Manifest verify(Path file) {
        try (ExportArchive archive = ExportArchive.open(file, limits)) {
            archive.verifyFiles();
            return archive.verified();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// Opens an export as a new workspace that can only be read. Everything is checked first; nothing is left behind
    /// if it throws.
    ///
    /// @param directory new, or there and empty
    /// @param parts takes the parts that are not this module's
    /// @throws ExportException if anything is not as it should be
    /// @throws dev.curfew.snapshot.workspace.WorkspaceException if the workspace cannot be made
    public Workspace open(Path file, Path directory, WorkspaceKey key, PartReader parts) {
        try (ExportArchive archive = ExportArchive.open(file, limits)) {
            archive.verifyFiles();
            Snapshot snapshot = new SnapshotLines(archive).read();
            return Workspace.createReadOnly(
                    directory, key, clock, snapshot, transaction -> restore(archive, transaction, parts));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        } catch (IllegalArgumentException e) {
            throw ExportException.because(e, Kind.BAD_CONTENT, "bad-content", file, Reason.of(e));
        }
    }

    private static void restore(ExportArchive archive, Transaction transaction, PartReader parts) {
        try {
            for (RecordKind<?> kind : ExportFile.RECORDS) {
                restore(archive, transaction, kind);
            }
            for (String name : archive.parts()) {
                try (BufferedReader text = archive.text(name)) {
                    parts.read(transaction, name, text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> void restore(ExportArchive archive, Transaction transaction, RecordKind<T> kind)
            throws IOException {
        for (T one : archive.read(ExportFile.of(kind), new RecordJson())) {
            kind.in().apply(transaction).save(one);
        }
    }

    private static ExportException unreadable(Path file, Throwable e) {
        return ExportException.because(e, Kind.INACCESSIBLE, "read-failed", file, Reason.of(e));
    }
}
