package dev.curfew.app.cli.run;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.usecase.Desk;
import dev.curfew.snapshot.workspace.WorkspaceException;
import java.time.Duration;

/// Takes the workspace back when the command is over; somebody else may have it just then.
final class Reopening {
    /// A command of Curfew's is seldom longer; a console that stays open has it for hours, and is not waited for.
    private static final Duration WAIT_MAX = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Invocation invocation;

    Reopening(Invocation invocation) {
        this.invocation = invocation;
    }

    /// @throws WorkspaceException if others have it for too long: then the source ends the credential when its time is
    ///     over, and the next command enters it
    Desk desk() throws InterruptedException {
        long giveUpAt = System.nanoTime() + WAIT_MAX.toNanos();
        while (true) {
            try {
                return invocation.desk();
            } catch (WorkspaceException e) {
                if (e.kind() != WorkspaceException.Kind.LOCKED || System.nanoTime() > giveUpAt) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }
}
