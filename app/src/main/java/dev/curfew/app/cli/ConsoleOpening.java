package dev.curfew.app.cli;

import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.model.connection.Secret;
import java.util.Optional;
import java.util.function.Supplier;

/// The desktop console, as far as the command line knows it.
@FunctionalInterface
public interface ConsoleOpening {

    /// Opens the console and returns when it was closed.
    ///
    /// @param passphrase the workspace's, where a file was named that holds it
    /// @throws NoDisplay if there is nothing to draw on
    void open(WorkspacePlace place, Supplier<Optional<Secret>> passphrase) throws NoDisplay, InterruptedException;

    /// There is no display.
    final class NoDisplay extends Exception {
        private static final long serialVersionUID = 1;

        public NoDisplay() {
            super("no display");
        }

        public NoDisplay(Throwable cause) {
            super("no display", cause);
        }
    }
}
