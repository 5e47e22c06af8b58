package dev.curfew.app.usecase.notice;

import dev.curfew.governance.notice.Happenings;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Finds what there is to tell.
public final class Gathering {
    /// What nobody could be told of for a week is no news any more; the ledger has it.
    private static final Duration AGE_MAX = Duration.ofDays(7);

    private static final int CHUNK = 500;

    private final Entries entries;
    private final InstantSource clock;

    Gathering(Entries entries, InstantSource clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /// The ledger's entries.
    public interface Entries {
        long count(Transaction transaction);

        /// From an index on, at most so many.
        List<LedgerEntry> read(Transaction transaction, long from, int limit);
    }

    long count(Transaction transaction) {
        return entries.count(transaction);
    }

    List<Notice> look(Transaction transaction, Happenings happenings, ToldAlready memory) {
        Instant now = clock.instant();
        Instant oldest = now.minus(AGE_MAX);
        long count = entries.count(transaction);
        long at = memory.next() < 0 ? start(transaction, count, oldest) : memory.next();
        while (at < count && !memory.isFull()) {
            List<LedgerEntry> chunk = entries.read(transaction, at, CHUNK);
            if (chunk.isEmpty()) {
                break;
            }
            chunk.forEach(entry -> happenings.of(transaction, entry).ifPresent(memory::remember));
            at += chunk.size();
        }
        memory.readTo(at);
        memory.open().stream().filter(notice -> notice.at().isBefore(oldest)).forEach(memory::forget);
        List<Notice> all = new ArrayList<>(memory.open());
        all.addAll(happenings.byTime(transaction, now));
        return List.copyOf(all);
    }

    /// Where to begin so that everything is there that is not too old. Entries are in the order of their making, and
    /// few of them say that they were made earlier.
    private long start(Transaction transaction, long count, Instant oldest) {
        long from = count;
        while (from > 0) {
            long before = Math.max(0, from - CHUNK);
            List<LedgerEntry> chunk = entries.read(transaction, before, (int) (from - before));
            from = before;
            if (chunk.isEmpty() || chunk.getFirst().event().at().isBefore(oldest)) {
                break;
            }
        }
        return from;
    }
}
