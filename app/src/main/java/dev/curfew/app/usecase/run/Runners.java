package dev.curfew.app.usecase.run;

import dev.curfew.governance.run.Runner;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The processes of Curfew's on this machine.
final class Runners {

    private Runners() {}

    static Runner here(String device) {
        ProcessHandle own = ProcessHandle.current();
        return new Runner(device, own.pid(), since(own));
    }

    /// Whether the process is known to be gone. Of another machine's nothing is known.
    static boolean isGone(Runner runner, String device) {
        if (!runner.device().equals(device)) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(runner.pid());
        return process.isEmpty()
                || !process.get().isAlive()
                || !since(process.get()).equals(runner.startedAt());
    }

    /// Whole seconds: some systems count no finer.
    private static Instant since(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
    }
}
