package dev.curfew.app.cli.read;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.source.SyncResult;
import java.util.List;

/// How reading sources is answered.
final class SyncAnswer {

    private SyncAnswer() {}

    /// Prints the results, and before them what went wrong: it is what the person has to know.
    ///
    /// @return the exit code
    static int print(Invocation invocation, List<SyncResult> results) {
        for (SyncResult result : results) {
            if (result instanceof SyncResult.Failed failed) {
                invocation.printer().failure(failed.sentence());
            }
        }
        invocation.list(SyncListing.LISTING, results);
        return results.stream().anyMatch(SyncResult.Failed.class::isInstance) ? ExitCode.SOURCE : ExitCode.DONE;
    }
}
