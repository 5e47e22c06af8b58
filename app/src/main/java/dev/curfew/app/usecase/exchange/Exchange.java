package dev.curfew.app.usecase.exchange;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Refused;
import dev.curfew.snapshot.export.PortableExport;
import dev.curfew.snapshot.export.manifest.Manifest;
import dev.curfew.snapshot.export.manifest.ManifestSigner;
import dev.curfew.snapshot.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/// Writes the workspace's contents to a file that another machine can open, read-only.
public final class Exchange {
    private final Books books;
    private final Workspace workspace;
    private final PortableExport portable;
    private final Supplier<ManifestSigner> signer;

    /// @param signer asked for only where the workspace can sign
    public Exchange(Books books, Workspace workspace, PortableExport portable, Supplier<ManifestSigner> signer) {
        this.books = books;
        this.workspace = workspace;
        this.portable = portable;
        this.signer = signer;
    }

    /// Everything but secrets and connections, signed with the ledger's key; then enters that it was written.
    ///
    /// @throws Refused if the workspace is read-only
    /// @throws dev.curfew.snapshot.export.ExportException if the file is there already or cannot be written
    public Manifest export(Path file) {
        books.requireWritable();
        Manifest manifest = portable.write(workspace, file, signer.get(), LedgerParts.written());
        books.write(transaction -> {
            books.enter(
                    transaction,
                    "export.written",
                    Map.of(
                            "file", String.valueOf(file.getFileName()),
                            "snapshot", manifest.snapshotNumber(),
                            "signature", manifest.signature()));
            return manifest;
        });
        return manifest;
    }
}
