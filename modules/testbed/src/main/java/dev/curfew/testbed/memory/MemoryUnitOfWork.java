package dev.curfew.testbed.memory;

import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import java.util.function.Function;

/// Units of work over one value: what throws leaves no trace. It can be told to crash at a unit that wrote something,
/// just before it commits or just after. As in the store, none runs within another.
public final class MemoryUnitOfWork implements UnitOfWork {
    private static final int NEVER = Integer.MAX_VALUE;

    private MemoryTransaction committed = new MemoryTransaction();
    private int commits;
    private int crashAt = NEVER;
    private boolean afterwards;
    private boolean running;

    @Override
    public synchronized <T> T run(Function<Transaction, T> work) {
        if (running) {
            throw new IllegalStateException("a unit of work does not run within another");
        }
        running = true;
        try {
            return alone(work);
        } finally {
            running = false;
        }
    }

    private <T> T alone(Function<Transaction, T> work) {
        MemoryTransaction draft = committed.copy();
        T result = work.apply(draft);
        boolean wrote = draft.ledger().size() != committed.ledger().size();
        boolean crash = wrote && ++commits == crashAt;
        if (crash && !afterwards) {
            throw new CrashException("before commit " + commits);
        }
        committed = draft;
        if (crash) {
            throw new CrashException("after commit " + commits);
        }
        return result;
    }

    /// How many units with ledger entries there were, the crashed ones too.
    public int commits() {
        return commits;
    }

    /// @param coming which of the units with ledger entries to come, from 1
    public void crashBefore(int coming) {
        crashAt = commits + coming;
        afterwards = false;
    }

    /// The unit is committed, and then the crash comes.
    public void crashAfter(int coming) {
        crashAt = commits + coming;
        afterwards = true;
    }

    public void crashNoMore() {
        crashAt = NEVER;
    }
}
