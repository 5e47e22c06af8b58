package dev.curfew.revocation.journal;

import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Commits in one what many threads bring while another commit is under way: to the disk, and to the keeper of the
/// ledger's checkpoint, goes one for all of them. Each still returns only when its own is committed, and one that fails
/// fails alone. For small units that do nothing but read and write the store, since one may be run twice.
final class GroupCommit implements UnitOfWork {
    private static final int UNITS_MAX = 64;

    private final UnitOfWork units;
    private final ConcurrentLinkedQueue<Unit<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    GroupCommit(UnitOfWork units) {
        this.units = units;
    }

    @Override
    public <T> T run(Function<Transaction, T> work) {
        Unit<T> mine = new Unit<>(work);
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.over) {
                commit(next());
            }
        } finally {
            turn.unlock();
        }
        return mine.result();
    }

    private List<Unit<?>> next() {
        List<Unit<?>> group = new ArrayList<>();
        for (Unit<?> unit = waiting.poll(); unit != null; unit = group.size() < UNITS_MAX ? waiting.poll() : null) {
            group.add(unit);
        }
        return group;
    }

    private void commit(List<Unit<?>> group) {
        try {
            units.run(transaction -> {
                group.forEach(unit -> unit.run(transaction));
                return group.size();
            });
            group.forEach(Unit::end);
        } catch (RuntimeException | Error e) {
            if (group.size() > 1 && !group.stream().allMatch(unit -> unit.returned)) {
                group.forEach(unit -> commit(List.of(unit)));
            } else {
                group.forEach(unit -> unit.fail(e));
            }
        }
    }

    /// Used by whoever has the turn, until it is over.
    private static final class Unit<T> {
        private final Function<Transaction, T> work;
        private @Nullable T value;
        private @Nullable Throwable failure;
        private boolean returned;
        private boolean over;

        Unit(Function<Transaction, T> work) {
            this.work = work;
        }

        void run(Transaction transaction) {
            returned = false;
            value = work.apply(transaction);
            returned = true;
        }

        void end() {
            over = true;
        }

        void fail(Throwable e) {
            failure = e;
            over = true;
        }

        @SuppressWarnings("NullAway") // what the work returned, null where that is what it returns
        T result() {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            return value;
        }
    }
}
