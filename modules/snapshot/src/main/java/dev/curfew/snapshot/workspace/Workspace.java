package dev.curfew.snapshot.workspace;

import dev.curfew.model.port.Passphrases;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.Store;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.crypto.SealedByPassphrase;
import dev.curfew.snapshot.kept.KeptFile;
import dev.curfew.snapshot.lock.FolderLock;
import dev.curfew.snapshot.secret.EncryptedSecrets;
import dev.curfew.snapshot.store.SqlDatabase;
import dev.curfew.snapshot.store.known.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// An open workspace: one folder, one encrypted store, one set of secrets, one process at a time.
public final class Workspace implements AutoCloseable {
    static final String SECRETS_FILE_NAME = "curfew.secrets";
    static final String GRAPH_FILE_NAME = "curfew.graph";

    private final Path directory;
    private final Header header;
    private final WorkspaceKeys keys;
    private final FolderLock lock;
    private final CommitCount commits;
    private final SqlDatabase database;
    private final Secrets secrets;
    private final KeptFile keptGraph;

    Workspace(
            Path directory,
            Header header,
            WorkspaceKeys keys,
            FolderLock lock,
            CommitCount commits,
            SqlDatabase database) {
        this.directory = directory;
        this.header = header;
        this.keys = keys;
        this.lock = lock;
        this.commits = commits;
        this.database = database;
        this.secrets = new EncryptedSecrets(
                directory.resolve(SECRETS_FILE_NAME), keys.secrets(), header.id(), header.readOnly());
        this.keptGraph = new KeptFile(directory.resolve(GRAPH_FILE_NAME), keys.kept(), header.id());
    }

    /// Makes a new workspace, whole or not at all, and opens it. The folder is made, or is there and empty.
    ///
    /// @throws WorkspaceException `NOT_EMPTY`, `LOCKED` or `INACCESSIBLE`
    /// @throws dev.curfew.snapshot.keychain.KeychainException if the keychain did not take the key
    public static Workspace create(Path directory, WorkspaceKey key) {
        return create(directory, key, Clock.systemUTC());
    }

    /// As [#create(Path, WorkspaceKey)], with the clock that the store dates its syncs by.
    public static Workspace create(Path directory, WorkspaceKey key, InstantSource clock) {
        return new WorkspaceCreation(directory, clock).create(key);
    }

    /// Makes a new workspace that holds a snapshot and what `rest` adds to it, and can never be written again. Nothing
    /// is left behind if `rest` throws.
    ///
    /// @throws WorkspaceException as [#create(Path, WorkspaceKey)]
    public static Workspace createReadOnly(
            Path directory, WorkspaceKey key, InstantSource clock, Snapshot snapshot, Consumer<Transaction> rest) {
        return new WorkspaceCreation(directory, clock).createReadOnly(key, snapshot, rest);
    }

    /// Opens what is there. Never makes a store where there was none, and never changes one that is damaged.
    ///
    /// @throws WorkspaceException `MISSING`, `WRONG_KEY`, `LOCKED`, `DAMAGED`, `NEWER_VERSION` or `INACCESSIBLE`
    public static Workspace open(Path directory, WorkspaceKey key) {
        return open(directory, key, Clock.systemUTC());
    }

    /// As [#open(Path, WorkspaceKey)], with the clock that the store dates its syncs by.
    public static Workspace open(Path directory, WorkspaceKey key, InstantSource clock) {
        return new WorkspaceOpening(directory, clock).open(key);
    }

    /// Which kind of key opens it; asked without one.
    ///
    /// @throws WorkspaceException `MISSING`, `DAMAGED`, `NEWER_VERSION` or `INACCESSIBLE`
    public static Protection protection(Path directory) {
        return new HeaderFile(directory).read().protection();
    }

    /// A key that all who can open the workspace there have in common, also while another process has it open.
    ///
    /// @return 32 bytes, the caller's
    /// @throws WorkspaceException `MISSING`, `WRONG_KEY`, `DAMAGED`, `NEWER_VERSION` or `INACCESSIBLE`
    public static byte[] sharedKey(Path directory, WorkspaceKey key) {
        try (WorkspaceKeys keys = new KeyWrap(directory).open(new HeaderFile(directory).read(), key)) {
            return keys.shared();
        }
    }

    /// As [#sharedKey(Path, WorkspaceKey)], of this workspace.
    public byte[] sharedKey() {
        return keys.shared();
    }

    public Path directory() {
        return directory;
    }

    /// Random, and the same for as long as the workspace lives.
    public String id() {
        return header.id();
    }

    public Instant createdAt() {
        return header.createdAt();
    }

    /// Whether it was opened from an export: everything can be read, and nothing written.
    public boolean readOnly() {
        return header.readOnly();
    }

    public Protection protection() {
        return header.protection();
    }

    public Store store() {
        return database.store();
    }

    /// The estate after the sync of this number, with what tells it from every other that the store had or could have;
    /// empty where there was no such sync. What it has in common with the newest snapshot are the same objects.
    public Optional<Reading> after(long number) {
        return database.after(number);
    }

    /// The access graph of one snapshot, which can be built anew at any time.
    public KeptFile keptGraph() {
        return keptGraph;
    }

    /// Refuses writes with a [dev.curfew.snapshot.store.StoreException] where the workspace is read-only.
    public UnitOfWork unitOfWork() {
        return database.unitOfWork();
    }

    /// One unit of work that sees the newest snapshot and the records of the same moment.
    public <T> T readTogether(BiFunction<Transaction, Snapshot, T> reading) {
        return database.readTogether(reading);
    }

    public Secrets secrets() {
        return secrets;
    }

    /// Whoever has the workspace's own passphrase has what they seal too: guessing one costs what guessing the other
    /// does.
    public Passphrases passphrases() {
        return new SealedByPassphrase(header.cost());
    }

    /// Closes the store, wipes the keys and gives the folder free, whichever of them fails. Does nothing the second
    /// time.
    @Override
    public void close() {
        try (lock;
                keys;
                commits;
                database) {
            // Closed in reverse order: the store first, the lock last.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
