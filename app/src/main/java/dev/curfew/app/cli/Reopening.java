package dev.curfew.app.cli;

import dev.curfew.app.usecase.Desk;
import dev.curfew.snapshot.workspace.WorkspaceException;
import java.time.Duration;

/// Takes a workspace back that was lent; somebody else may have it just then.
///
/// @param waitMax for which it is tried again
/// @param pause between two tries
public record Reopening(Invocation invocation, Duration waitMax, Duration pause) {

    /// @throws WorkspaceException if others have it for too long, or it cannot be opened for another reason
    public Desk desk() throws InterruptedException {
        long giveUpAt = System.nanoTime() + waitMax.toNanos();
        while (true) {
            try {
                return invocation.desk();
            } catch (WorkspaceException e) {
                if (e.kind() != WorkspaceException.Kind.LOCKED || System.nanoTime() > giveUpAt) {
                    throw e;
                }
                Thread.sleep(pause);
            }
        }
    }
}
