package dev.curfew.app.usecase.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.notice.Escalation;
import dev.curfew.governance.notice.Happenings;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.port.Transaction;
import dev.curfew.testbed.memory.MemoryUnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final long ALARMS = 21_000;

    private final Gathering gathering = new Gathering(new Alarms(), InstantSource.fixed(NOW));
    private final Happenings happenings = new Happenings("w", Escalation.NONE);

    @Test
    void howeverManyAreFoundAtOnceEachIsToldOfInTheEnd() {
        ToldAlready memory = new ToldAlready();
        Set<String> told = new HashSet<>();
        for (int round = 0; round < 5; round++) {
            List<Notice> open =
                    new MemoryUnitOfWork().run(transaction -> gathering.look(transaction, happenings, memory));
            assertThat(open).hasSizeLessThan(11_000);
            open.forEach(notice -> told.add(notice.about()));
            open.forEach(memory::forget);
        }
        assertThat(told).hasSize((int) ALARMS);
    }

    /// A ledger of nothing but alarms.
    private static final class Alarms implements Gathering.Entries {
        @Override
        public long count(Transaction transaction) {
            return ALARMS;
        }

        @Override
        public List<LedgerEntry> read(Transaction transaction, long from, int limit) {
            return LongStream.range(from, Math.min(from + limit, ALARMS))
                    .mapToObj(Alarms::entry)
                    .toList();
        }

        private static LedgerEntry entry(long index) {
            Map<String, Object> details = Map.of("credential", "bao:token/" + index, "plan", "p-1");
            return new LedgerEntry(index, new AuditEvent("credential.revived", NOW, "curfew", "", details), "", "");
        }
    }
}
