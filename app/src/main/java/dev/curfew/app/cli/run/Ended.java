package dev.curfew.app.cli.run;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.usecase.run.JobReport;
import dev.curfew.governance.run.RunEnd;
import java.util.OptionalInt;

/// How the command ended.
///
/// @param exitCode its own; 128 and the signal's number where it was killed; empty where it never ran
/// @param proved whether its credential is proved gone; false until that was tried
record Ended(RunEnd how, OptionalInt exitCode, boolean proved) {
    static Ended of(RunEnd how, int exitCode) {
        return new Ended(how, OptionalInt.of(exitCode), false);
    }

    static Ended notStarted() {
        return new Ended(RunEnd.NOT_STARTED, OptionalInt.empty(), false);
    }

    Ended with(JobReport report) {
        return new Ended(how, exitCode, report.isProved());
    }

    /// What to end with ourselves.
    int code() {
        return switch (how) {
            case EXITED -> {
                int own = exitCode.orElse(ExitCode.RUN_FAILED);
                yield own == 0 && !proved ? ExitCode.RUN_NOT_PROVED : own;
            }
            case TIMED_OUT -> ExitCode.RUN_TIMED_OUT;
            case STOPPED -> exitCode.orElse(ExitCode.RUN_FAILED);
            case NOT_STARTED -> ExitCode.RUN_NOT_STARTED;
            case ABANDONED -> ExitCode.RUN_FAILED;
        };
    }
}
