package dev.curfew.snapshot.workspace;

import dev.curfew.snapshot.file.Reason;
import dev.curfew.snapshot.lock.FolderLock;
import dev.curfew.snapshot.lock.LockedException;
import dev.curfew.snapshot.store.H2File;
import dev.curfew.snapshot.store.SqlDatabase;
import dev.curfew.snapshot.store.StoreException;
import dev.curfew.snapshot.workspace.WorkspaceException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;

/// Opens a workspace step by step, and takes every step back if a later one fails.
final class WorkspaceOpening {
    private final Path directory;
    private final InstantSource clock;

    WorkspaceOpening(Path directory, InstantSource clock) {
        this.directory = directory.toAbsolutePath().normalize();
        this.clock = clock;
    }

    Workspace open(WorkspaceKey key) {
        Header header = new HeaderFile(directory).read();
        try (Undo undo = new Undo()) {
            FolderLock lock = undo.add(lock());
            WorkspaceKeys keys = undo.add(new KeyWrap(directory).open(header, key));
            Workspace workspace = open(header, keys, lock, undo);
            undo.keep();
            return workspace;
        } catch (IOException e) {
            throw WorkspaceException.because(e, Kind.INACCESSIBLE, "inaccessible", directory, Reason.of(e));
        }
    }

    /// A workspace just made, whose keys are still at hand.
    Workspace open(Header header, WorkspaceKeys keys) {
        try (Undo undo = new Undo()) {
            Workspace workspace = open(header, keys, undo.add(lock()), undo);
            undo.keep();
            return workspace;
        } catch (IOException e) {
            throw WorkspaceException.because(e, Kind.INACCESSIBLE, "inaccessible", directory, Reason.of(e));
        }
    }

    private Workspace open(Header header, WorkspaceKeys keys, FolderLock lock, Undo undo) throws IOException {
        if (!Files.exists(directory.resolve(H2File.FILE_NAME))) {
            throw WorkspaceException.of(Kind.DAMAGED, "no-file", directory, H2File.FILE_NAME);
        }
        CommitCount commits = undo.add(commits(header));
        return new Workspace(directory, header, keys, lock, commits, database(header, keys, commits));
    }

    private FolderLock lock() throws IOException {
        try {
            return FolderLock.acquire(directory, clock.instant());
        } catch (LockedException e) {
            throw WorkspaceException.locked(directory, e, e.holder().orElse(null));
        }
    }

    private CommitCount commits(Header header) throws IOException {
        try {
            return CommitCount.open(directory, header.readOnly());
        } catch (NoSuchFileException e) {
            throw WorkspaceException.because(e, Kind.DAMAGED, "no-file", directory, CommitCount.FILE_NAME);
        }
    }

    private SqlDatabase database(Header header, WorkspaceKeys keys, CommitCount commits) throws IOException {
        try {
            return SqlDatabase.open(
                    new H2File(directory, keys.database()),
                    new SqlDatabase.Expected(header.id(), header.readOnly(), commits.read()),
                    clock,
                    commits::write);
        } catch (EOFException e) {
            throw WorkspaceException.because(e, Kind.DAMAGED, "no-file", directory, CommitCount.FILE_NAME);
        } catch (StoreException e) {
            throw switch (e.kind()) {
                case NEWER -> WorkspaceException.because(e, Kind.NEWER_VERSION, "newer-store", directory, Reason.of(e));
                case IN_USE -> WorkspaceException.because(e, Kind.LOCKED, "in-use", directory, Reason.of(e));
                case DAMAGED, READ_ONLY, TOO_LARGE, FAILED ->
                    WorkspaceException.because(e, Kind.DAMAGED, "damaged-database", directory, Reason.of(e));
            };
        }
    }
}
