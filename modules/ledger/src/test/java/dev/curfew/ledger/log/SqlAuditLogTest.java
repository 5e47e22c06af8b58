package dev.curfew.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.curfew.ledger.LedgerFixture;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.text.Sha256;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlAuditLogTest {
    private LedgerFixture ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = new LedgerFixture().append(9);
    }

    @AfterEach
    void close() throws SQLException {
        ledger.close();
    }

    @Test
    void readsBackWhatWasAppended() {
        assertThat(ledger.log.read(ledger.transaction, 3, 2))
                .extracting(LedgerEntry::event)
                .containsExactly(LedgerFixture.event(3), LedgerFixture.event(4));
    }

    @Test
    void confirmsTheEntryAboutExactlyThisSubject() {
        String subject = Sha256.hex("subject 5");
        assertThat(ledger.log.confirm(ledger.transaction, "request.approved", subject))
                .map(LedgerEntry::index)
                .contains(5L);
        assertThat(ledger.log.confirm(ledger.transaction, "plan.approved", subject))
                .isEmpty();
        assertThat(ledger.log.confirm(ledger.transaction, "request.approved", Sha256.hex("another")))
                .isEmpty();
    }

    @Test
    void doesNotConfirmAnEntryThatWasPutThereByHand() throws SQLException {
        String subject = Sha256.hex("subject 5");
        String forged = Sha256.hex("forged");
        ledger.sql("update ledger_entry set canonical = replace(canonical, '" + subject + "', '" + forged
                + "'), subject_hash = '" + forged + "' where idx = 5");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> ledger.log.confirm(ledger.transaction, "request.approved", forged));
    }

    @Test
    void confirmsEachEntryOfLogsOfEverySizeUpTo40() throws SQLException {
        try (LedgerFixture growing = new LedgerFixture()) {
            for (int size = 1; size <= 40; size++) {
                growing.append(growing.log.read(growing.transaction, 0, 100).size(), 1);
                for (int index = 0; index < size; index++) {
                    assertThat(growing.log.confirm(
                                    growing.transaction, "request.approved", Sha256.hex("subject " + index)))
                            .as("entry %d of %d", index, size)
                            .map(LedgerEntry::index)
                            .contains((long) index);
                }
            }
        }
    }

    @Test
    void doesNotConfirmOnceAnEntryBesideItIsMissing() throws SQLException {
        ledger.sql("delete from ledger_checkpoint where size = 4");
        refusesToConfirm("subject 4");
    }

    @Test
    void doesNotConfirmOnceTheEndIsMissing() throws SQLException {
        ledger.sql("delete from ledger_entry where idx = 8");
        refusesToConfirm("subject 5");
    }

    @Test
    void doesNotConfirmOnAFrontierThatWasChanged() throws SQLException {
        ledger.sql("update ledger_checkpoint set frontier = replace(frontier, 'a', 'b') where size = 6");
        refusesToConfirm("subject 6");
    }

    private void refusesToConfirm(String subject) {
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> ledger.log.confirm(ledger.transaction, "request.approved", Sha256.hex(subject)));
    }

    @Test
    void doesNotAppendToAForgedCheckpoint() throws SQLException {
        ledger.sql("update ledger_checkpoint set note = replace(note, 'curfew.local/test', 'curfew.local/tost')"
                + " where size = 9");
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> ledger.append(1));
    }

    @Test
    void doesNotAppendToAFrontierThatDiffersFromItsRoot() throws SQLException {
        ledger.sql("update ledger_checkpoint set frontier = replace(frontier, 'a', 'b') where size = 9");
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> ledger.append(1));
    }

    @Test
    void doesNotStartAfreshWhereCheckpointsWereRemoved() throws SQLException {
        ledger.sql("delete from ledger_checkpoint");
        assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> ledger.append(1));
    }

    @Test
    void aTransferGivesTheSameLog() throws SQLException {
        try (LedgerFixture other = new LedgerFixture()) {
            LedgerTransfer.restore(
                    other.transaction,
                    LedgerTransfer.lines(ledger.transaction),
                    LedgerTransfer.note(ledger.transaction).orElseThrow());
            assertThat(other.log.read(other.transaction, 0, 100))
                    .isEqualTo(ledger.log.read(ledger.transaction, 0, 100));
            assertThat(other.newestNote()).isEqualTo(ledger.newestNote());
        }
    }
}
