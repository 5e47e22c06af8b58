package dev.curfew.app.wiring;

import dev.curfew.app.wiring.log.LogFile;
import dev.curfew.snapshot.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/// Closes what was opened on the way to a desk, unless the desk came about and closes it itself.
final class Undoing implements AutoCloseable {
    private final Workspace workspace;
    private @Nullable LogFile log;
    private boolean kept;

    Undoing(Workspace workspace) {
        this.workspace = workspace;
    }

    LogFile add(LogFile opened) {
        log = opened;
        return opened;
    }

    void keep() {
        kept = true;
    }

    @Override
    public void close() {
        if (!kept) {
            if (log != null) {
                log.close();
            }
            workspace.close();
        }
    }
}
