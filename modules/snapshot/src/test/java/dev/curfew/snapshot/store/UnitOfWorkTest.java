package dev.curfew.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.governance.Officer;
import dev.curfew.model.port.Records;
import dev.curfew.model.port.Transaction;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Saved;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitOfWorkTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void createWorkspace() {
        workspace = new Workspaces(folder).create("w");
    }

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    @Test
    void aUnitThatThrowsLeavesNothing() {
        IllegalStateException thrown = new IllegalStateException("midway");

        assertThatThrownBy(() -> Workspaces.run(workspace, transaction -> {
                    transaction.officers().save(Saved.ADA);
                    transaction.record(Facts.observation(List.of(Facts.identity("a")), Facts.read("users")));
                    execute(transaction.jdbc(), "update workspace set commits = 77");
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(officers()).isEmpty();
        assertThat(workspace.store().current().number()).isZero();
        assertThat(commits()).isZero();
    }

    @Test
    void theConnectionIsTheSessionsOwnAndSeesWhatTheUnitWrote() {
        int seen = workspace.unitOfWork().run(transaction -> {
            transaction.officers().save(Saved.ADA);
            return count(transaction.jdbc(), "select count(*) from stored_record");
        });

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void aUnitWithinAUnitIsRefusedAndTheOuterOneGoesOn() {
        Workspaces.run(workspace, transaction -> {
            assertThatThrownBy(() -> workspace.unitOfWork().run(Transaction::officers))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a unit of work does not run within another");
            transaction.officers().save(Saved.ADA);
        });

        assertThat(officers()).containsExactly(Saved.ADA);
    }

    @Test
    void aTransactionIsOfNoUseAfterItsUnit() {
        List<Transaction> kept = new ArrayList<>();
        Workspaces.run(workspace, kept::add);
        Records<Officer> records = kept.getFirst().officers();

        assertThatThrownBy(records::all).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> records.save(Saved.ADA)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept.getFirst().jdbc()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unitsOfManyThreadsRunOneAfterAnother() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50).forEach(_ -> threads.execute(() -> Workspaces.run(workspace, this::addOneMore)));
        }

        assertThat(officers()).hasSize(50);
    }

    /// Two at once would count alike, and one would replace the other's.
    private void addOneMore(Transaction transaction) {
        int count = transaction.officers().all().size();
        transaction.officers().save(new Officer("o" + count, "", "", Facts.THEN));
    }

    @Test
    void anInterruptedThreadCommitsAndTheStoreStaysOpen() {
        Thread.currentThread().interrupt();

        Workspaces.run(workspace, transaction -> transaction.officers().save(Saved.ADA));

        assertThat(Thread.interrupted()).isTrue();
        Workspaces.run(workspace, transaction -> transaction.officers().save(Saved.BO));
        assertThat(officers()).containsExactly(Saved.ADA, Saved.BO);
    }

    private List<Officer> officers() {
        return workspace.unitOfWork().run(transaction -> transaction.officers().all());
    }

    /// This asking counts as a commit, because it takes the connection.
    private int commits() {
        Workspaces.run(workspace, Transaction::jdbc);
        return workspace.unitOfWork().run(transaction -> count(transaction.jdbc(), "select commits from workspace"));
    }

    private static int count(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String update) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(update);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
