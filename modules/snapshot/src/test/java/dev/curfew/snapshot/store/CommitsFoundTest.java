package dev.curfew.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.snapshot.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.function.Consumer;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is in the file right after a commit is what a process that is killed there leaves behind. Opens a copy of it
/// after each of many commits, and looks for the newest.
class CommitsFoundTest {
    private static final int COMMITS = 150;

    @TempDir
    private Path folder;

    private H2File original;
    private H2File copy;

    @BeforeEach
    void emptyStore() throws IOException {
        original = new H2File(Files.createDirectory(folder.resolve("original")), new byte[32]);
        copy = new H2File(Files.createDirectory(folder.resolve("copy")), new byte[32]);
        PrivateFiles.createFile(folder.resolve("original").resolve(H2File.FILE_NAME));
        SqlDatabase.create(original, "w");
    }

    @Test
    void everyCommitIsFoundWhenEachIsWrittenBehindTheLast() throws Exception {
        assertThat(lostCommits(store -> store.setReuseSpace(false))).isZero();
    }

    /// Once this fails, H2 finds its commits itself, and [H2File#appendOnly] is not needed any more.
    @Test
    void someAreNotFoundWhenH2FillsGaps() throws Exception {
        assertThat(lostCommits(_ -> {})).isPositive();
    }

    private int lostCommits(Consumer<MVStore> setting) throws Exception {
        Random random = new Random(1);
        int lost = 0;
        try (Connection connection = original.writing().getConnection()) {
            MVStore store = store(connection);
            // Gaps are filled after 45 s; not to wait for them.
            store.setRetentionTime(0);
            setting.accept(store);
            for (int commit = 1; commit <= COMMITS; commit++) {
                write(connection, commit, random);
                lost += found() == commit ? 0 : 1;
            }
        }
        return lost;
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    private static void write(Connection connection, int commit, Random random) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("merge into stored_record (kind, record_key, body) key (kind, record_key) values ('k', '"
                    + random.nextInt(20) + "', '" + random.nextLong() + "x".repeat(random.nextInt(20_000)) + "')");
            statement.execute("update workspace set commits = " + commit);
        }
        connection.commit();
    }

    private long found() throws IOException, SQLException {
        Files.copy(
                folder.resolve("original").resolve(H2File.FILE_NAME),
                folder.resolve("copy").resolve(H2File.FILE_NAME),
                StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = copy.writing().getConnection()) {
            return WorkspaceTable.read(connection).orElseThrow().commits();
        }
    }
}
