package dev.curfew.snapshot.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.port.Records;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.export.ExportException.Kind;
import dev.curfew.snapshot.export.manifest.Manifest;
import dev.curfew.snapshot.secret.SecretsException;
import dev.curfew.snapshot.store.StoreException;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Saved;
import dev.curfew.snapshot.testing.TestClock;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortableExportTest {
    private static final TextPart LEDGER = new TextPart("ledger/entries.jsonl", (_, out) -> out.write("{\"a\":1}\n"));
    private static final TextPart NOTE = new TextPart("ledger/checkpoint.note", (_, out) -> out.write("line\n— ☂"));

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T01:02:03.456789123Z"));
    private final PortableExport export = new PortableExport(clock);
    private Workspaces workspaces;
    private Workspace workspace;

    @BeforeEach
    void createFullWorkspace() {
        workspaces = new Workspaces(folder, clock);
        workspace = workspaces.create("w");
        Workspaces.run(workspace, transaction -> {
            transaction.record(Facts.observation(List.of(), Facts.read("users")));
            transaction.record(Facts.observation(Facts.ofEveryKind(), Facts.read("users")));
            transaction.connections().save(Saved.CONNECTION);
            List.of(Saved.BO, Saved.ADA).forEach(transaction.officers()::save);
            transaction.requests().save(Saved.REQUEST);
            transaction.approvals().save(Saved.APPROVAL);
            transaction.windows().save(Saved.ENDED);
            transaction.plans().save(Saved.PLAN);
            Saved.STEPS.forEach(transaction.steps()::save);
            Saved.ATTEMPTS.forEach(transaction.attempts()::save);
            Saved.PROOFS.forEach(transaction.proofs()::save);
        });
    }

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    @Test
    void anExportOpenedElsewhereHoldsTheSame() throws Exception {
        Path file = folder.resolve("estate.zip");
        Snapshot current = workspace.store().current();
        Map<String, String> parts = new TreeMap<>();

        Manifest written = export.write(workspace, file, new TestSigner(), List.of(LEDGER, NOTE));
        try (Workspace opened = export.open(
                file, folder.resolve("opened"), workspaces.key(), (_, name, text) -> parts.put(name, all(text)))) {
            assertThat(opened.store().current()).isEqualTo(current);
            same(opened, Transaction::officers);
            same(opened, Transaction::requests);
            same(opened, Transaction::approvals);
            same(opened, Transaction::windows);
            same(opened, Transaction::plans);
            same(opened, Transaction::steps);
            same(opened, Transaction::attempts);
            same(opened, Transaction::proofs);
            List<?> connections = opened.unitOfWork()
                    .run(transaction -> transaction.connections().all());
            assertThat(connections).isEmpty();
            assertThat(opened.readOnly()).isTrue();
            assertThat(opened.id()).isNotEqualTo(workspace.id());
        }

        assertThat(parts)
                .isEqualTo(Map.of("ledger/entries.jsonl", "{\"a\":1}\n", "ledger/checkpoint.note", "line\n— ☂"));
        assertThat(written.workspace()).isEqualTo(workspace.id());
        assertThat(written.snapshotNumber()).isEqualTo(2);
        assertThat(written.createdAt()).isEqualTo(clock.instant());
        assertThat(export.verify(file)).isEqualTo(written);
    }

    private <T> void same(Workspace opened, Function<Transaction, Records<T>> kind) {
        List<T> expected = workspace
                .unitOfWork()
                .run(transaction -> kind.apply(transaction).all());
        List<T> actual =
                opened.unitOfWork().run(transaction -> kind.apply(transaction).all());
        assertThat(actual).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void anOpenedExportRefusesEveryWriteInWordsAlsoWhenOpenedAgain() throws Exception {
        Path file = write();
        export.open(file, folder.resolve("opened"), workspaces.key(), PartReader.NONE)
                .close();

        try (Workspace opened = workspaces.open("opened");
                Secret secret = Secret.of("x")) {
            assertThat(opened.readOnly()).isTrue();
            assertThat(opened.store().current()).isEqualTo(workspace.store().current());
            refuses(opened, transaction -> transaction.officers().save(Saved.ADA));
            refuses(opened, transaction -> transaction.record(Facts.observation(List.of(), Facts.read("users"))));
            Workspaces.run(
                    opened,
                    transaction -> assertThatThrownBy(() -> insert(transaction))
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("read only"));
            assertThatThrownBy(() -> opened.secrets().put("a", secret))
                    .isInstanceOfSatisfying(
                            SecretsException.class,
                            e -> assertThat(e.kind()).isEqualTo(SecretsException.Kind.READ_ONLY));
        }
    }

    private static void refuses(Workspace opened, Consumer<Transaction> write) {
        assertThatThrownBy(() -> Workspaces.run(opened, write))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.READ_ONLY))
                .hasMessageContaining("opened from an export");
    }

    private static void insert(Transaction transaction) throws SQLException {
        try (Statement statement = transaction.jdbc().createStatement()) {
            statement.execute("update workspace set commits = 0");
        }
    }

    @Test
    void theExportOfAnEmptyWorkspaceOpens() throws Exception {
        Path file = folder.resolve("empty.zip");
        try (Workspace empty = workspaces.create("empty")) {
            export.write(empty, file, new TestSigner(), List.of());
        }

        try (Workspace opened = export.open(file, folder.resolve("opened"), workspaces.key(), PartReader.NONE)) {
            assertThat(opened.store().current()).isEqualTo(Snapshot.EMPTY);
        }
    }

    @Test
    void secretsAreNotInAnExport() throws Exception {
        try (Secret secret = Secret.of("CANARY-VALUE")) {
            workspace.secrets().put("prod/read", secret);
        }

        Map<String, String> entries = TestZip.read(write());

        assertThat(entries.keySet())
                .containsExactlyInAnyOrder(
                        "identities.jsonl",
                        "credentials.jsonl",
                        "policies.jsonl",
                        "grants.jsonl",
                        "memberships.jsonl",
                        "resources.jsonl",
                        "trusts.jsonl",
                        "coverage.jsonl",
                        "officers.jsonl",
                        "requests.jsonl",
                        "approvals.jsonl",
                        "windows.jsonl",
                        "plans.jsonl",
                        "steps.jsonl",
                        "attempts.jsonl",
                        "proofs.jsonl",
                        "ledger/entries.jsonl",
                        "ledger/checkpoint.note",
                        "manifest.json");
        assertThat(entries.values()).noneMatch(text -> text.contains("CANARY") || text.contains("iam.example"));
    }

    @Test
    void theManifestCountsLinesAndBytes() throws Exception {
        Map<String, String> entries = TestZip.read(write());

        Manifest manifest = export.verify(folder.resolve("estate.zip"));

        assertThat(manifest.files()).hasSize(18).allSatisfy(file -> {
            String text = entries.getOrDefault(file.name(), "not there");
            assertThat(file.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
            assertThat(file.lines())
                    .isEqualTo(text.chars().filter(c -> c == '\n').count());
        });
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("estate.zip"), "mine");

        assertThatThrownBy(() -> export.write(workspace, file, new TestSigner(), List.of()))
                .isInstanceOfSatisfying(
                        ExportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.EXISTS));
        assertThat(file).hasContent("mine");
    }

    @Test
    void anExportThatFailsMidwayLeavesNoFile() throws Exception {
        TextPart broken = new TextPart("ledger/entries.jsonl", (_, _) -> {
            throw new IOException("disk full");
        });

        assertThatThrownBy(() -> export.write(workspace, folder.resolve("e.zip"), new TestSigner(), List.of(broken)))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("could not be written");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()).filter(name -> name.contains("zip")))
                    .isEmpty();
        }
    }

    @Test
    void aPartThatIsRefusedLeavesNoWorkspace() throws Exception {
        Path file = write();
        PartReader refusing = (transaction, _, _) -> {
            transaction.officers().save(new Officer("eve", "", "", Facts.THEN));
            throw new IOException("not a ledger");
        };

        assertThatThrownBy(() -> export.open(file, folder.resolve("opened"), workspaces.key(), refusing))
                .isInstanceOf(ExportException.class);
        assertThat(folder.resolve("opened")).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(path -> path.getFileName().toString().startsWith(".opened")))
                    .isEmpty();
        }
    }

    private Path write() throws Exception {
        Path file = folder.resolve("estate.zip");
        export.write(workspace, file, new TestSigner(), List.of(LEDGER, NOTE));
        return file;
    }

    private static String all(BufferedReader text) {
        try {
            return text.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
