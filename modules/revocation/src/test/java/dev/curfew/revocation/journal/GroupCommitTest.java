package dev.curfew.revocation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.testbed.memory.CrashException;
import dev.curfew.testbed.memory.MemoryAuditLog;
import dev.curfew.testbed.memory.MemoryUnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final int UNITS = 40;

    private final MemoryUnitOfWork store = new MemoryUnitOfWork();
    private final MemoryAuditLog log = new MemoryAuditLog();
    private final AtomicInteger commits = new AtomicInteger();
    private final GroupCommit group = new GroupCommit(new UnitOfWork() {
        @Override
        public <T> T run(Function<Transaction, T> work) {
            commits.incrementAndGet();
            return store.run(work);
        }
    });

    @Test
    void whatComesDuringACommitIsCommittedInOne() throws Exception {
        List<FutureTask<Long>> units = together(this::entry);

        for (FutureTask<Long> unit : units) {
            assertThat(entered()).contains(units.indexOf(unit) + "@" + unit.get());
        }
        assertThat(entered()).hasSize(UNITS);
        assertThat(commits).hasValue(2);
    }

    @Test
    void whatFailsFailsAlone() throws Exception {
        List<FutureTask<Long>> units = together(number -> number % 10 == 3 ? failing(number) : entry(number));

        for (int number = 0; number < UNITS; number++) {
            FutureTask<Long> unit = units.get(number);
            if (number % 10 == 3) {
                assertThatThrownBy(unit::get).hasRootCauseInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(entered()).contains(number + "@" + unit.get());
            }
        }
        assertThat(entered()).hasSize(UNITS - UNITS / 10);
    }

    /// Whether it was committed is not known, so none of it is run again.
    @Test
    void aCommitThatFailsIsEverybodys() throws Exception {
        store.crashAfter(1);
        for (FutureTask<Long> unit : together(this::entry)) {
            assertThatThrownBy(unit::get).hasCauseInstanceOf(CrashException.class);
        }

        assertThat(entered()).hasSize(UNITS);
        assertThat(commits).hasValue(2);
    }

    private Function<Transaction, Long> entry(int number) {
        return transaction -> log.append(
                        transaction, new AuditEvent("unit.run", Instant.EPOCH, "", "" + number, Map.of()))
                .index();
    }

    private Function<Transaction, Long> failing(int number) {
        return transaction -> {
            throw new IllegalArgumentException("unit " + entry(number).apply(transaction));
        };
    }

    private List<String> entered() {
        return store.run(transaction -> log.read(transaction, 0, 2 * UNITS)).stream()
                .map(GroupCommitTest::text)
                .toList();
    }

    private static String text(LedgerEntry entry) {
        return entry.event().subjectHash() + "@" + entry.index();
    }

    /// Begun while a unit before them is under way, and over when this returns.
    private List<FutureTask<Long>> together(IntFunction<Function<Transaction, Long>> unit) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<FutureTask<Long>> units = IntStream.range(0, UNITS)
                .mapToObj(number -> new FutureTask<>(() -> group.run(unit.apply(number))))
                .toList();
        List<Thread> threads = new ArrayList<>();
        threads.add(waiting(() -> group.run(_ -> held(release))));
        for (FutureTask<Long> one : units) {
            threads.add(waiting(one));
        }
        release.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return units;
    }

    private static Thread waiting(Runnable work) {
        Thread thread = Thread.ofPlatform().start(work);
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static boolean held(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
