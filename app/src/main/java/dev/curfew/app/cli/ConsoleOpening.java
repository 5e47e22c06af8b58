package dev.curfew.app.cli;

import dev.curfew.app.usecase.workspace.WorkspacePlace;

/// The desktop console, as far as the command line knows it.
@FunctionalInterface
public interface ConsoleOpening {

    /// Opens the console and returns when it was closed.
    ///
    /// @throws NoDisplay if there is nothing to draw on
    void open(WorkspacePlace place) throws NoDisplay;

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
