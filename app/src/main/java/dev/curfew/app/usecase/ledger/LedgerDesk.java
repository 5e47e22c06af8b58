package dev.curfew.app.usecase.ledger;

import dev.curfew.model.ledger.LedgerEntry;
import java.nio.file.Path;
import java.util.List;

/// Reads the evidence log and checks it.
public final class LedgerDesk {

    /// Entries `from` (counted from 0) on, at most `limit`.
    public List<LedgerEntry> entries(long from, int limit) {
        throw new UnsupportedOperationException("being built");
    }

    /// How many entries there are.
    public long size() {
        throw new UnsupportedOperationException("being built");
    }

    /// Checks every entry against the log's signed checkpoint, and that against the checkpoints kept elsewhere.
    ///
    /// @param witnesses files with a checkpoint or a witness's notes, besides the ones this workspace knows of
    public LedgerStatus verify(List<Path> witnesses) {
        throw new UnsupportedOperationException("being built");
    }

    /// Writes entries and checkpoint as JSON Lines.
    ///
    /// @return how many entries were written
    public long export(Path file) {
        throw new UnsupportedOperationException("being built");
    }
}
