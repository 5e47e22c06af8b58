package dev.curfew.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.curfew.ledger.LedgerFixture;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.text.Sha256;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

    /// Of logs of every size up to 33, with what is asked for together lying in them in every way that counts.
    @Test
    void confirmsTogetherAllThatIsAboutASubject() throws SQLException {
        for (int apart : List.of(1, 2, 3, 5)) {
            try (LedgerFixture growing = new LedgerFixture()) {
                for (int size = 1; size <= 33; size++) {
                    append(growing, "subject " + (size - 1) % apart * (size % 3));
                    for (int which = 0; which < apart * 3; which++) {
                        assertConfirmsAll(growing, "subject " + which);
                    }
                }
            }
        }
    }

    private static void assertConfirmsAll(LedgerFixture ledger, String subject) {
        List<Long> written = ledger.log.read(ledger.transaction, 0, 100).stream()
                .filter(entry -> entry.event().subjectHash().equals(Sha256.hex(subject)))
                .map(LedgerEntry::index)
                .toList();
        assertThat(ledger.log.confirmAll(ledger.transaction, "request.approved", Sha256.hex(subject)))
                .extracting(LedgerEntry::index)
                .isEqualTo(written);
        assertThat(ledger.log.count(ledger.transaction, "request.approved", Sha256.hex(subject)))
                .isEqualTo(written.size());
    }

    private static void append(LedgerFixture ledger, String subject) {
        ledger.log.append(
                ledger.transaction,
                new AuditEvent("request.approved", LedgerFixture.NOW, "bo", Sha256.hex(subject), Map.of()));
    }

    @Test
    void confirmsNoneOfThemWhereOneWasPutThereByHand() throws SQLException {
        append(ledger, "subject 2");
        ledger.sql("update ledger_entry set canonical = replace(canonical, '\"bo\"', '\"cy\"') where idx = 9");
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(
                        () -> ledger.log.confirmAll(ledger.transaction, "request.approved", Sha256.hex("subject 2")));
    }

    @Test
    void saysWhichEntryIsNoEvent() throws SQLException {
        ledger.sql("update ledger_entry set canonical = '{\"type\": 5}' where idx = 5");
        assertUnreadable(() -> ledger.log.read(ledger.transaction, 0, 100));
        assertUnreadable(() -> ledger.log.confirmAll(ledger.transaction, "request.approved", Sha256.hex("subject 5")));
    }

    private static void assertUnreadable(ThrowingCallable reading) {
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(reading)
                .withMessageStartingWith("Entry 5 of the ledger is not an event");
    }

    /// Whichever of the two is read last.
    @Test
    void confirmsNeitherOfTwoRowsWithOneIndex() throws SQLException {
        ledger.sql("alter table ledger_entry drop primary key");
        putBeside(5);
        refusesToConfirmAll("subject 5");
        ledger.sql("create table all_entries as select * from ledger_entry order by canonical");
        ledger.sql("delete from ledger_entry");
        ledger.sql("insert into ledger_entry select * from all_entries order by idx, canonical");
        refusesToConfirmAll("subject 5");
    }

    private void putBeside(long index) throws SQLException {
        ledger.sql("insert into ledger_entry select idx, type, subject_hash,"
                + " replace(canonical, '\"actor\":\"', '\"actor\":\"a'), leaf_hash from ledger_entry where idx = "
                + index);
    }

    private void refusesToConfirmAll(String subject) {
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(() -> ledger.log.confirmAll(ledger.transaction, "request.approved", Sha256.hex(subject)));
    }

    /// However many there are: each statement takes its time, on a database elsewhere too.
    @Test
    void asksTheDatabaseAsOftenForManyAsForOne() throws SQLException {
        for (int i = 0; i < 200; i++) {
            append(ledger, i % 2 == 0 ? "many" : "subject of none but " + i);
        }
        append(ledger, "one");
        assertThat(statements("many", 100)).isEqualTo(statements("one", 1));
    }

    /// @param count how many entries there are about it
    private int statements(String subject, int count) {
        AtomicInteger statements = new AtomicInteger();
        Connection counting = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    statements.addAndGet(method.getName().equals("prepareStatement") ? 1 : 0);
                    return method.invoke(ledger.jdbc, arguments);
                });
        assertThat(ledger.log.confirmAll(LedgerFixture.over(counting), "request.approved", Sha256.hex(subject)))
                .hasSize(count);
        return statements.get();
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
