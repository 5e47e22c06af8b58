package dev.curfew.snapshot.workspace;

import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.file.PrivateFiles;
import dev.curfew.snapshot.file.Reason;
import dev.curfew.snapshot.lock.FolderLock;
import dev.curfew.snapshot.lock.LockedException;
import dev.curfew.snapshot.store.H2File;
import dev.curfew.snapshot.store.SqlDatabase;
import dev.curfew.snapshot.workspace.WorkspaceException.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/// Makes a workspace in a folder beside its place and moves it there when it is whole. A crash midway leaves a folder
/// `.<name>.new-<id>`, which is no workspace, and which the next creation in the same place clears away.
final class WorkspaceCreation {
    private final Path directory;
    private final InstantSource clock;

    WorkspaceCreation(Path directory, InstantSource clock) {
        this.directory = directory.toAbsolutePath().normalize();
        this.clock = clock;
    }

    Workspace create(WorkspaceKey key) {
        return create(key, false, _ -> {});
    }

    Workspace createReadOnly(WorkspaceKey key, Snapshot snapshot, Consumer<Transaction> rest) {
        return create(key, true, database -> database.restore(snapshot, rest));
    }

    private Workspace create(WorkspaceKey key, boolean readOnly, Consumer<SqlDatabase> fill) {
        if (!H2File.canBeIn(directory)) {
            throw WorkspaceException.of(Kind.INACCESSIBLE, "semicolon", directory);
        }
        String id = UUID.randomUUID().toString();
        Path parent = Objects.requireNonNullElse(directory.getParent(), directory);
        Path fresh = parent.resolve("." + directory.getFileName() + ".new-" + id);
        WorkspaceKeys keys = WorkspaceKeys.random();
        boolean opened = false;
        try {
            requireEmpty();
            Files.createDirectories(parent);
            clearLeftovers(parent);
            Header header = build(fresh, keys, id, key, readOnly, fill);
            move(fresh);
            Workspace workspace = new WorkspaceOpening(directory, clock).open(header, keys);
            opened = true;
            return workspace;
        } catch (IOException e) {
            throw WorkspaceException.because(e, Kind.INACCESSIBLE, "inaccessible", directory, Reason.of(e));
        } finally {
            if (!opened) {
                keys.close();
            }
        }
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        if (Files.exists(directory.resolve(HeaderFile.FILE_NAME))) {
            throw WorkspaceException.of(Kind.NOT_EMPTY, "is-workspace", directory);
        }
        if (!Files.isDirectory(directory) || !list(directory, "*").isEmpty()) {
            throw WorkspaceException.of(Kind.NOT_EMPTY, "not-empty", directory);
        }
    }

    /// What a creation in this place left when it was killed; one that still runs holds its lock.
    private void clearLeftovers(Path parent) throws IOException {
        String prefix = "." + directory.getFileName() + ".new-";
        for (Path leftover : list(parent, ".*")) {
            if (leftover.getFileName().toString().startsWith(prefix)) {
                try (FolderLock _ = FolderLock.acquire(leftover, clock.instant())) {
                    PrivateFiles.deleteFolder(leftover);
                } catch (LockedException _) {
                    // Not left over: another process is at it.
                }
            }
        }
    }

    private Header build(
            Path fresh, WorkspaceKeys keys, String id, WorkspaceKey key, boolean readOnly, Consumer<SqlDatabase> fill)
            throws IOException {
        PrivateFiles.createFolder(fresh);
        boolean whole = false;
        try (FolderLock _ = FolderLock.acquire(fresh, clock.instant())) {
            PrivateFiles.createFile(fresh.resolve(H2File.FILE_NAME));
            SqlDatabase.create(new H2File(fresh, keys.database()), id);
            CommitCount.create(fresh, 0);
            if (readOnly) {
                fill(fresh, keys, id, fill);
            }
            Header header = new KeyWrap(directory).seal(keys, key, id, clock.instant(), readOnly);
            new HeaderFile(fresh).write(header);
            whole = true;
            return header;
        } catch (LockedException e) {
            throw new IOException(e);
        } finally {
            if (!whole) {
                PrivateFiles.deleteFolder(fresh);
            }
        }
    }

    private void fill(Path fresh, WorkspaceKeys keys, String id, Consumer<SqlDatabase> fill) throws IOException {
        try (CommitCount commits = CommitCount.open(fresh, false);
                SqlDatabase database = SqlDatabase.open(
                        new H2File(fresh, keys.database()),
                        new SqlDatabase.Expected(id, false, 0),
                        clock,
                        commits::write)) {
            fill.accept(database);
        }
    }

    private void move(Path fresh) throws IOException {
        boolean moved = false;
        try {
            // Empty, as was checked; Windows does not rename onto a folder.
            Files.deleteIfExists(directory);
            Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.syncFolder(directory);
            moved = true;
        } finally {
            if (!moved) {
                PrivateFiles.deleteFolder(fresh);
            }
        }
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, glob)) {
            all.forEach(found::add);
        }
        return found;
    }
}
