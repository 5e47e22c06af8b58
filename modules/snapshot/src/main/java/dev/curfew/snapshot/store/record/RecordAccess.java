package dev.curfew.snapshot.store.record;

/// Asked before each use of a transaction's records.
public interface RecordAccess {

    /// @throws IllegalStateException outside the unit of work
    void reading();

    /// @throws IllegalStateException outside the unit of work
    void writing();
}
