package dev.curfew.app.cli.read;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.source.SyncResult;
import java.util.List;

/// How reading sources is answered.
final class SyncAnswer {

    private SyncAnswer() {}

    /// Prints the results.
    ///
    /// @return the exit code
    static int print(Invocation invocation, List<SyncResult> results) {
        invocation.list(SyncListing.LISTING, results);
        for (SyncResult result : results) {
            if (result instanceof SyncResult.Failed failed) {
                invocation.printer().note(failed.sentence());
            }
        }
        return results.stream().anyMatch(SyncResult.Failed.class::isInstance) ? ExitCode.SOURCE : ExitCode.DONE;
    }
}
