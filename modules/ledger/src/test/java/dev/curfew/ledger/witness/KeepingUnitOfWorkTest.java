package dev.curfew.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.ledger.LedgerFixture;
import dev.curfew.ledger.log.SqlAuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingUnitOfWorkTest {
    @TempDir
    Path folder;

    private final List<String> troubles = new ArrayList<>();
    private LedgerFixture ledger;
    private Path file;

    @BeforeEach
    void open() throws SQLException {
        ledger = new LedgerFixture().append(5);
        file = folder.resolve("share/checkpoint.note");
    }

    @AfterEach
    void close() throws SQLException {
        ledger.close();
    }

    @Test
    void keepsTheNewestCheckpointAfterEachUnit() throws IOException {
        KeepingUnitOfWork units = keeping();
        append(units);
        assertThat(Files.readString(file)).isEqualTo(ledger.newestNote());
        append(units);
        assertThat(Files.readString(file)).isEqualTo(ledger.newestNote());
        assertThat(troubles).isEmpty();
    }

    @Test
    void aUnitThatOnlyReadsTouchesNeitherTheLedgerNorTheFile() {
        assertThat(keeping().<String>run(_ -> "read")).isEqualTo("read");
        assertThat(file).doesNotExist();
    }

    @Test
    void aUnitThatFailedAfterAppendingLeavesNothingForTheNext() {
        KeepingUnitOfWork units = keeping();
        assertThatThrownBy(() -> units.run(_ -> {
                    units.appended();
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        units.<String>run(_ -> "read");
        assertThat(file).doesNotExist();
    }

    @Test
    void aUnitStandsThoughItsCheckpointCannotBeKept() throws IOException {
        Files.writeString(folder.resolve("share"), "a file where a folder should be");
        append(keeping());
        assertThat(troubles).hasSize(1);
        assertThat(ledger.verify().size()).isEqualTo(6);
    }

    @Test
    void evidenceOfARollbackIsNeverOverwrittenHoweverLongTheLogGrows() throws Exception {
        append(keeping());
        String evidence = Files.readString(file);
        ledger.sql("delete from ledger_entry where idx >= 3");
        ledger.sql("delete from ledger_checkpoint where size > 3");
        ledger.log.append(ledger.transaction, LedgerFixture.event(99));
        KeepingUnitOfWork afterRestart = keeping();
        for (int i = 0; i < 10; i++) {
            append(afterRestart);
        }
        assertThat(Files.readString(file)).isEqualTo(evidence);
        assertThat(troubles).hasSize(10);
        assertThat(ledger.verify(new FileKeeper(file).held().orElseThrow()).problems())
                .hasSize(1);
    }

    private KeepingUnitOfWork keeping() {
        UnitOfWork direct = new UnitOfWork() {
            @Override
            public <T> T run(Function<Transaction, T> work) {
                return work.apply(ledger.transaction);
            }
        };
        return new KeepingUnitOfWork(direct, new FileKeeper(file), trouble -> troubles.add(trouble.getMessage()));
    }

    private void append(KeepingUnitOfWork units) {
        SqlAuditLog log = new SqlAuditLog(
                LedgerFixture.ORIGIN, ledger.signer, InstantSource.fixed(LedgerFixture.NOW), units::appended);
        units.run(transaction -> log.append(transaction, LedgerFixture.event(7)));
    }
}
