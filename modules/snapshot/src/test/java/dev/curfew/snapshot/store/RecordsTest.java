package dev.curfew.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.port.Records;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Saved;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
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
    void everyKindOfRecordComesBackAsItWas() {
        comesBack(Transaction::connections, List.of(Saved.CONNECTION));
        comesBack(Transaction::officers, List.of(Saved.BO, Saved.ADA));
        comesBack(Transaction::requests, List.of(Saved.REQUEST));
        comesBack(Transaction::approvals, List.of(Saved.APPROVAL));
        comesBack(Transaction::windows, List.of(Saved.OPEN));
        comesBack(Transaction::plans, List.of(Saved.PLAN));
        comesBack(Transaction::steps, Saved.STEPS);
        comesBack(Transaction::attempts, Saved.ATTEMPTS);
        comesBack(Transaction::proofs, Saved.PROOFS);
    }

    private <T> void comesBack(Function<Transaction, Records<T>> kind, List<T> saved) {
        Workspaces.run(workspace, transaction -> saved.forEach(kind.apply(transaction)::save));

        List<T> kept = workspace
                .unitOfWork()
                .run(transaction -> kind.apply(transaction).all());
        assertThat(kept).isEqualTo(saved);
    }

    @Test
    void everyKindIsFoundByTheKeyThatItsPortNames() {
        Workspaces.run(workspace, transaction -> {
            transaction.connections().save(Saved.CONNECTION);
            transaction.approvals().save(Saved.APPROVAL);
            Saved.STEPS.forEach(transaction.steps()::save);
            Saved.ATTEMPTS.forEach(transaction.attempts()::save);

            assertThat(transaction.connections().find(Facts.SOURCE)).contains(Saved.CONNECTION);
            assertThat(transaction.approvals().find("r-1/bo")).contains(Saved.APPROVAL);
            assertThat(transaction.steps().find("p-1/2")).contains(Saved.STEPS.get(1));
            assertThat(transaction.attempts().startingWith("p-1/1/")).isEqualTo(Saved.ATTEMPTS);
            assertThat(transaction.attempts().find("p-1/1")).isEmpty();
        });
    }

    @Test
    void savingAgainReplacesAndKeepsThePlaceInTheOrder() {
        Workspaces.run(workspace, transaction -> {
            transaction.requests().save(Saved.REQUEST);
            transaction.officers().save(Saved.ADA);
            transaction.officers().save(Saved.BO);
        });

        Officer renamed = new Officer("ada", "Countess", "MCow", Facts.THEN);
        Workspaces.run(workspace, transaction -> {
            transaction.officers().save(renamed);
            transaction.requests().save(Saved.REQUEST.to(RequestState.APPROVED));
        });

        Workspaces.run(workspace, transaction -> {
            assertThat(transaction.officers().all()).containsExactly(renamed, Saved.BO);
            assertThat(transaction.requests().all()).containsExactly(Saved.REQUEST.to(RequestState.APPROVED));
        });
    }

    @Test
    void aPrefixIsTakenAsItIsAndNotAsAPattern() {
        StepRecord percent = new StepRecord("p%1", 1, StepState.PLANNED, Facts.THEN, "");
        StepRecord bang = new StepRecord("p!_1", 1, StepState.PLANNED, Facts.THEN, "");
        Workspaces.run(workspace, transaction -> {
            transaction.steps().save(percent);
            transaction.steps().save(bang);
            Saved.STEPS.forEach(transaction.steps()::save);

            assertThat(transaction.steps().startingWith("p%")).containsExactly(percent);
            assertThat(transaction.steps().startingWith("p!_")).containsExactly(bang);
            assertThat(transaction.steps().startingWith("p-1/")).isEqualTo(Saved.STEPS);
        });
    }

    @Test
    void aKeyLongerThanItsColumnIsRefused() {
        StepRecord step = new StepRecord("p".repeat(600), 1, StepState.PLANNED, Facts.THEN, "");

        assertThatThrownBy(() -> Workspaces.run(
                        workspace, transaction -> transaction.steps().save(step)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key of steps has at most 512 characters");
    }
}
