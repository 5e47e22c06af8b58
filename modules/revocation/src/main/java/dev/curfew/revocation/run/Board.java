package dev.curfew.revocation.run;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.StepRecord;

/// Where it is seen how a run gets on. Called from many threads, one call at a time.
public interface Board {
    Board SILENT = new Board() {
        @Override
        public void acted(PlannedStep step, StepRecord record) {}

        @Override
        public void proven(PlannedStep step, Proof proof) {}
    };

    void acted(PlannedStep step, StepRecord record);

    /// Told again and again, while it lasts.
    ///
    /// @param source that has not answered what is to be done there; the others go on
    default void awaited(SourceName source) {}

    /// Told again and again, while it lasts.
    ///
    /// @param source where everything is done, and something is tried still
    default void trying(SourceName source) {}

    /// @param step the last one of the credential
    void proven(PlannedStep step, Proof proof);
}
