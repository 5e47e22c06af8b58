package dev.curfew.model.port;

import java.util.function.Function;

/// Work that is committed whole, or not at all: a decision, its rows and its ledger entry.
public interface UnitOfWork {

    /// Commits when the work returns, durably; rolls back when it throws. Units run one after another.
    <T> T run(Function<Transaction, T> work);
}
