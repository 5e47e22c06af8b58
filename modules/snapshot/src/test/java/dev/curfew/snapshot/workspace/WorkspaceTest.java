package dev.curfew.snapshot.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import dev.curfew.snapshot.crypto.Argon2Cost;
import dev.curfew.snapshot.testing.Saved;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.WorkspaceException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    private Path folder;

    private Workspaces workspaces;

    @BeforeEach
    void prepare() {
        workspaces = new Workspaces(folder);
    }

    @Test
    void whatWasCommittedIsThereWhenItIsOpenedAgain() {
        String id;
        try (Workspace workspace = workspaces.create("w")) {
            id = workspace.id();
            Workspaces.run(workspace, transaction -> transaction.officers().save(Saved.ADA));
        }

        try (Workspace workspace = workspaces.open("w")) {
            assertThat(workspace.id()).isEqualTo(id);
            assertThat(workspace.readOnly()).isFalse();
            assertThat(workspace.protection()).isEqualTo(Protection.KEYCHAIN);
            Workspaces.run(
                    workspace,
                    transaction -> assertThat(transaction.officers().all()).containsExactly(Saved.ADA));
        }
    }

    @Test
    void aPassphraseOpensItAndAnotherDoesNot() {
        Path directory = workspaces.directory("w");
        Workspace.create(directory, Workspaces.passphrase("correct horse é")).close();

        assertThat(Workspace.protection(directory)).isEqualTo(Protection.PASSPHRASE);
        fails(Kind.WRONG_KEY, "passphrase does not open", directory, Workspaces.passphrase("correct horse e"));
        fails(Kind.WRONG_KEY, "opened with a passphrase", directory, workspaces.key());
        // The same letters, typed on a system that composes accents otherwise.
        Workspace.open(directory, Workspaces.passphrase("correct horse e\u0301"))
                .close();
    }

    @Test
    void theHeaderSaysHowSlowGuessingIs() throws IOException {
        Path directory = workspaces.directory("w");
        Workspace.create(directory, Workspaces.passphrase("p")).close();

        assertThat(Files.readString(directory.resolve("workspace.json")))
                .contains("\"cost\":{\"lanes\":1,\"memoryKib\":65536,\"passes\":3}")
                .contains("\"version\":1");
        assertThat(Argon2Cost.STANDARD).isEqualTo(new Argon2Cost(64 * 1024, 3, 1));
    }

    @Test
    void aKeychainWithoutTheKeyDoesNotOpenIt() throws IOException {
        workspaces.create("w").close();
        try (Stream<Path> keys = Files.list(folder.resolve("keychain"))) {
            Files.delete(keys.findFirst().orElseThrow());
        }

        fails(Kind.WRONG_KEY, "keychain holds no key", workspaces.directory("w"), workspaces.key());
        fails(Kind.WRONG_KEY, "not with a passphrase", workspaces.directory("w"), Workspaces.passphrase("p"));
    }

    @Test
    void whereThereIsNoneOpeningSaysSoAndMakesNone() {
        fails(Kind.MISSING, "There is no workspace in", folder.resolve("none"), workspaces.key());

        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("full"));
        Files.writeString(directory.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> workspaces.create("full"))
                .isInstanceOfSatisfying(
                        WorkspaceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_EMPTY))
                .hasMessageContaining("is not empty");
        assertThat(files(directory)).containsOnlyKeys("notes.txt");
    }

    @Test
    void aWorkspaceIsNotMadeOverAnother() throws IOException {
        workspaces.create("w").close();
        Map<String, String> before = files(workspaces.directory("w"));

        assertThatThrownBy(() -> workspaces.create("w"))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("holds a workspace already");
        assertThat(files(workspaces.directory("w"))).isEqualTo(before);
    }

    @Test
    void anEmptyFolderBecomesTheWorkspace() throws IOException {
        Files.createDirectory(folder.resolve("w"));

        workspaces.create("w").close();

        workspaces.open("w").close();
    }

    @Test
    void aCreationThatWasKilledIsNoWorkspaceAndIsClearedAway() throws IOException {
        Path leftover = Files.createDirectory(folder.resolve(".w.new-0"));
        Files.writeString(leftover.resolve("curfew.mv.db"), "half");

        fails(Kind.MISSING, "There is no workspace in", workspaces.directory("w"), workspaces.key());
        workspaces.create("w").close();

        assertThat(leftover).doesNotExist();
    }

    @Test
    void aCreationThatFailsLeavesNothing() {
        WorkspaceKey broken = WorkspaceKey.keychain(new RefusingKeychain());

        assertThatThrownBy(() -> Workspace.create(folder.resolve("w"), broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("refused");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderWhosePathH2CannotTakeIsRefusedInWords() {
        assertThatThrownBy(() -> workspaces.create("a;b"))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("semicolon");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights are POSIX's")
    void onlyItsOwnerMayReadIt() throws IOException {
        try (Workspace workspace = workspaces.create("w")) {
            try (Secret secret = Secret.of("s")) {
                workspace.secrets().put("a", secret);
            }
            Path directory = workspace.directory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
            for (String name :
                    List.of("workspace.json", "curfew.mv.db", "curfew.lock", "curfew.commits", "curfew.secrets")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void nothingInTheFolderIsReadableWithoutTheKey() throws IOException {
        try (Workspace workspace = workspaces.create("w");
                Secret secret = Secret.of("CANARY-SECRET")) {
            workspace.secrets().put("CANARY-NAME", secret);
            Workspaces.run(workspace, transaction -> transaction.officers().save(Saved.ADA));
        }

        assertThat(files(workspaces.directory("w")).values())
                .noneMatch(content -> content.contains("CANARY") || content.contains("Ada L."));
    }

    @Test
    void closingTwiceIsHarmless() {
        Workspace workspace = workspaces.create("w");

        workspace.close();
        workspace.close();

        workspaces.open("w").close();
    }

    static void fails(Kind kind, String words, Path directory, WorkspaceKey key) {
        assertThatThrownBy(() -> Workspace.open(directory, key))
                .isInstanceOfSatisfying(
                        WorkspaceException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }

    static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.getFileName().toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
