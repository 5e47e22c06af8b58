package dev.curfew.snapshot.keychain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceException;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// Makes and opens a workspace with the keychain of the session it runs in.
final class KeychainChild {
    static final int NO_KEYCHAIN = 7;

    private KeychainChild() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        Optional<Keychain> keychain = SystemKeychain.find();
        if (keychain.isEmpty()) {
            out.println("no keychain");
            System.exit(NO_KEYCHAIN);
        }
        WorkspaceKey key = WorkspaceKey.keychain(keychain.orElseThrow());
        Path directory = Path.of(args[0]);
        String id;
        try (Workspace workspace = Workspace.create(directory, key)) {
            id = workspace.id();
        }
        try (Workspace workspace = Workspace.open(directory, key)) {
            out.println(workspace.protection() + ": opened with the keychain");
        }
        keychain.orElseThrow().forget(id);
        try {
            Workspace.open(directory, key).close();
        } catch (WorkspaceException e) {
            out.println(e.kind() + ": forgotten, and no longer opens");
        }
        // The bus keeps threads of its own.
        System.exit(0);
    }
}
