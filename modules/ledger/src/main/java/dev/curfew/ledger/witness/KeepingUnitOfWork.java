package dev.curfew.ledger.witness;

import dev.curfew.ledger.log.LedgerRows;
import dev.curfew.ledger.log.LedgerRows.CheckpointRow;
import dev.curfew.ledger.note.CheckpointBody;
import dev.curfew.ledger.note.SignedNote;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs units of work, and after each that lengthened the ledger copies the newest checkpoint out of the store. A
/// keeper that fails does not undo what was committed: it is told to `troubles`, and tried again after the next.
///
/// A kept checkpoint that the store does not know is never overwritten: it is the evidence of a rollback.
public final class KeepingUnitOfWork implements UnitOfWork {
    private static final Messages WORDS = Messages.of(KeepingUnitOfWork.class);

    private final UnitOfWork units;
    private final CheckpointKeeper keeper;
    private final Consumer<CheckpointNotKeptException> troubles;
    private final AtomicLong keptSize = new AtomicLong(-1);
    /// Units run one after another, and this is used within them only.
    private volatile boolean longer;

    public KeepingUnitOfWork(UnitOfWork units, CheckpointKeeper keeper, Consumer<CheckpointNotKeptException> troubles) {
        this.units = units;
        this.keeper = keeper;
        this.troubles = troubles;
    }

    /// To be told of each append, within its unit.
    public void appended() {
        longer = true;
    }

    @Override
    public <T> T run(Function<Transaction, T> work) {
        Outcome<T> outcome = units.run(transaction -> {
            longer = false;
            T value = work.apply(transaction);
            // A unit that only reads does not pay for this.
            return new Outcome<>(
                    value, longer ? checkpointToKeep(new LedgerRows(transaction.jdbc())) : Optional.empty());
        });
        outcome.toKeep().ifPresent(this::keep);
        return outcome.value();
    }

    /// What the unit returned, and the checkpoint to copy out once it is committed.
    private record Outcome<T>(T value, Optional<Checkpoint> toKeep) {}

    private Optional<Checkpoint> checkpointToKeep(LedgerRows rows) {
        Optional<Checkpoint> newest = rows.newestCheckpoint()
                .map(CheckpointRow::checkpoint)
                .filter(checkpoint -> checkpoint.size() > keptSize.get());
        try {
            return newest.isPresent() && knows(rows) ? newest : Optional.empty();
        } catch (CheckpointNotKeptException e) {
            troubles.accept(e);
            return Optional.empty();
        }
    }

    private boolean knows(LedgerRows rows) throws CheckpointNotKeptException {
        Optional<Held> held = keeper.held();
        if (held.isEmpty()) {
            return true;
        }
        CheckpointBody body = body(held.get());
        boolean known = rows.checkpoint(body.size())
                .filter(row -> row.checkpoint().rootHash().equals(body.rootHash()))
                .isPresent();
        if (!known) {
            throw new CheckpointNotKeptException(
                    WORDS.text("rolled-back", held.get().holder(), String.valueOf(body.size())));
        }
        return true;
    }

    private static CheckpointBody body(Held held) throws CheckpointNotKeptException {
        try {
            return CheckpointBody.parse(SignedNote.parse(held.note()).body());
        } catch (IllegalArgumentException e) {
            throw new CheckpointNotKeptException(WORDS.text("held-unreadable", held.holder()), e);
        }
    }

    private void keep(Checkpoint checkpoint) {
        try {
            keeper.keep(checkpoint);
            keptSize.set(checkpoint.size());
        } catch (CheckpointNotKeptException e) {
            troubles.accept(e);
        }
    }
}
