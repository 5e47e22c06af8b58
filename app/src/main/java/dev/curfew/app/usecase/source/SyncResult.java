package dev.curfew.app.usecase.source;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.port.SourceException;
import java.util.List;

/// What became of reading one source.
public sealed interface SyncResult {
    SourceName source();

    /// Recorded; `coverage` says what was refused or failed within it.
    record Recorded(SyncSummary summary, List<Coverage> coverage) implements SyncResult {
        public Recorded {
            coverage = List.copyOf(coverage);
        }

        @Override
        public SourceName source() {
            return summary.source();
        }
    }

    /// Nothing could be read, and the estate is as it was.
    ///
    /// @param sentence for a person: what happened and what to do
    record Failed(SourceName source, SourceException.Kind kind, String sentence) implements SyncResult {}
}
