package dev.curfew.snapshot.testing;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Transaction;
import dev.curfew.snapshot.crypto.Argon2Cost;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Workspaces under a folder of a test's own, opened without Argon2's cost.
public final class Workspaces {
    private final Path folder;
    private final InstantSource clock;

    public Workspaces(Path folder) {
        this(folder, Clock.systemUTC());
    }

    public Workspaces(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public Path directory(String name) {
        return folder.resolve(name);
    }

    public WorkspaceKey key() {
        return WorkspaceKey.keychain(new FileKeychain(folder.resolve("keychain")));
    }

    public Workspace create(String name) {
        return Workspace.create(directory(name), key(), clock);
    }

    public Workspace open(String name) {
        return Workspace.open(directory(name), key(), clock);
    }

    public static WorkspaceKey passphrase(String text) {
        return new WorkspaceKey.Passphrase(Secret.of(text), Argon2Cost.STANDARD);
    }

    /// A unit of work that returns nothing.
    public static void run(Workspace workspace, Consumer<Transaction> work) {
        workspace.unitOfWork().run(transaction -> {
            work.accept(transaction);
            return true;
        });
    }
}
