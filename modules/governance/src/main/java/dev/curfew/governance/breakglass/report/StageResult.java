package dev.curfew.governance.breakglass.report;

import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;

/// What came of one stage.
///
/// @param took what was measured: for the activation, the action and the alert since the drill's start; for the end
///     and the rotation until the refusal; otherwise the stage's own time
/// @param sentence what happened, for a person; never a secret
/// @param next what to do about it; empty where there is nothing to do
public record StageResult(Stage stage, Verdict verdict, Instant at, Duration took, String sentence, String next) {

    /// How a stage went.
    public enum Verdict {
        PASSED,
        /// It went, and something about it has to be mended before the next time.
        CARE,
        FAILED,
        /// Nothing was tried, since an earlier stage failed or the path has no such thing.
        NOT_DONE;

        public String words() {
            return Messages.of(Verdict.class).text("verdict." + name());
        }
    }

    public boolean isFine() {
        return verdict == Verdict.PASSED || verdict == Verdict.CARE;
    }
}
