package dev.curfew.app.usecase.ledger;

import dev.curfew.model.ledger.LedgerEntry;
import java.nio.file.Path;
import java.util.List;

/// Reads the evidence log and checks it.
public interface LedgerDesk {

    /// Entries `from` (counted from 0) on, at most `limit`.
    List<LedgerEntry> entries(long from, int limit);

    /// How many entries there are.
    long size();

    /// Checks every entry against the log's signed checkpoint, and that against the checkpoints kept elsewhere.
    ///
    /// @param witnesses files with a checkpoint or a witness's notes, besides the ones this workspace knows of
    LedgerStatus verify(List<Path> witnesses);

    /// Writes entries and checkpoint as JSON Lines.
    ///
    /// @return how many entries were written
    long export(Path file);
}
