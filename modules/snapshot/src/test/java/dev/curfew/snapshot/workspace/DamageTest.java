package dev.curfew.snapshot.workspace;

import static dev.curfew.snapshot.workspace.WorkspaceTest.fails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.store.H2File;
import dev.curfew.snapshot.testing.Saved;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.WorkspaceException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    @TempDir
    private Path folder;

    private Workspaces workspaces;
    private Path directory;

    @BeforeEach
    void createWithOneOfficer() {
        workspaces = new Workspaces(folder);
        directory = workspaces.directory("w");
        try (Workspace workspace = workspaces.create("w")) {
            Workspaces.run(workspace, transaction -> transaction.officers().save(Saved.ADA));
        }
    }

    @Test
    void aHeaderThatIsCutOffAnywhereIsDamaged() throws IOException {
        Path header = directory.resolve("workspace.json");
        byte[] whole = Files.readAllBytes(header);
        for (int length = 0; length < whole.length - 1; length += 7) {
            Files.write(header, Arrays.copyOf(whole, length));
            isDamaged("its header workspace.json was cut off or changed");
        }
    }

    @Test
    void aHeaderThatIsGarbageOrSomethingElseIsDamaged() throws IOException {
        for (String content : new String[] {"garbage", "{}", "[]", "null", "{\"workspace\":{\"version\":0}}"}) {
            Files.writeString(directory.resolve("workspace.json"), content);
            isDamaged("its header");
        }
    }

    @Test
    void anAccidentalChangeOfTheHeaderIsFoundByItsChecksum() throws IOException {
        change("\"readOnly\":false", "\"readOnly\":true");

        isDamaged("its header");
    }

    @Test
    void aDeliberateChangeOfTheHeaderIsFoundByItsSeal() throws IOException {
        Path header = directory.resolve("workspace.json");
        String changed = Files.readString(header).replace("\"readOnly\":false", "\"readOnly\":true");
        int end = changed.indexOf(",\"workspace\":");
        String inner = changed.substring(end + ",\"workspace\":".length(), changed.lastIndexOf('}'));
        Files.writeString(header, "{\"sha256\":\"" + Sha256.hex(inner) + "\",\"workspace\":" + inner + "}\n");
        assertThat(new HeaderFile(directory).read().readOnly()).isTrue();

        isDamaged("its header");
    }

    @Test
    void aHeaderOfANewerFormatIsNotDamagedButNewer() throws IOException {
        Files.writeString(
                directory.resolve("workspace.json"), "{\"workspace\":{\"version\":2,\"unheard\":\"of\"},\"more\":1}");

        fails(Kind.NEWER_VERSION, "format 2; this one knows 1", directory, workspaces.key());
    }

    @Test
    void aDatabaseThatIsCutOffIsDamagedUnlessNothingOfItIsMissing() throws IOException {
        byte[] whole = Files.readAllBytes(directory.resolve(H2File.FILE_NAME));
        int step = whole.length / 20;
        int damaged = 0;
        for (int length = 0; length < whole.length; length += step) {
            Path cut = copy("cut" + length);
            byte[] rest = Arrays.copyOf(whole, length);
            Files.write(cut.resolve(H2File.FILE_NAME), rest);
            try (Workspace workspace = Workspace.open(cut, workspaces.key())) {
                // H2 fills its file up with what a commit does not need.
                Workspaces.run(
                        workspace,
                        transaction -> assertThat(transaction.officers().all()).containsExactly(Saved.ADA));
            } catch (WorkspaceException e) {
                assertThat(e.kind()).isEqualTo(Kind.DAMAGED);
                assertThat(cut.resolve(H2File.FILE_NAME)).hasBinaryContent(rest);
                damaged++;
            }
        }
        assertThat(damaged).isGreaterThan(10);
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    @Test
    void aDatabaseThatIsGarbageIsDamaged() throws IOException {
        byte[] garbage = new byte[64 * 1024];
        new Random(1).nextBytes(garbage);
        Files.write(directory.resolve(H2File.FILE_NAME), garbage);

        isDamaged("is damaged");
    }

    @Test
    void aMissingFileIsDamageAndIsNotMadeAnew() throws IOException {
        for (String name : new String[] {H2File.FILE_NAME, CommitCount.FILE_NAME}) {
            byte[] content = Files.readAllBytes(directory.resolve(name));
            Files.delete(directory.resolve(name));

            isDamaged("its file " + name + " is missing or cut off");

            assertThat(directory.resolve(name)).doesNotExist();
            Files.write(directory.resolve(name), content);
        }
        workspaces.open("w").close();
    }

    @Test
    void anOlderCopyOfTheDatabaseAloneIsFound() throws IOException {
        Path database = directory.resolve(H2File.FILE_NAME);
        byte[] older = Files.readAllBytes(database);
        try (Workspace workspace = workspaces.open("w")) {
            Workspaces.run(workspace, transaction -> transaction.officers().save(Saved.BO));
            Workspaces.run(workspace, transaction -> transaction.windows().save(Saved.OPEN));
        }
        Files.write(database, older);

        isDamaged("the last 2 changes are missing from it");
    }

    @Test
    void theDatabaseOfAnotherWorkspaceDoesNotOpen() throws IOException {
        workspaces.create("other").close();
        Files.write(
                directory.resolve(H2File.FILE_NAME),
                Files.readAllBytes(workspaces.directory("other").resolve(H2File.FILE_NAME)));

        isDamaged("is damaged");
    }

    @Test
    void aStoreOfANewerSchemaIsNotDamagedButNewer() {
        try (Workspace workspace = workspaces.open("w")) {
            Workspaces.run(workspace, DamageTest::raiseSchema);
        }

        fails(Kind.NEWER_VERSION, "schema 99; this one knows 4", directory, workspaces.key());
    }

    private static void raiseSchema(Transaction transaction) {
        try (Statement statement = transaction.jdbc().createStatement()) {
            statement.execute("update workspace set schema_version = 99");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String from, String to) throws IOException {
        Path header = directory.resolve("workspace.json");
        String content = Files.readString(header);
        assertThat(content).contains(from);
        Files.writeString(header, content.replace(from, to), StandardCharsets.UTF_8);
    }

    private void isDamaged(String words) {
        fails(Kind.DAMAGED, words, directory, workspaces.key());
    }
}
