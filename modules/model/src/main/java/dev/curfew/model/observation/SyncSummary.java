package dev.curfew.model.observation;

import dev.curfew.model.id.SourceName;

/// What recording an observation changed in the store, in facts.
///
/// @param snapshotNumber the snapshot that the sync made
public record SyncSummary(
        SourceName source, long snapshotNumber, long added, long changed, long removed, long unchanged) {

    /// Rows of history written: none for an unchanged source.
    public long rowsWritten() {
        return added + changed;
    }
}
