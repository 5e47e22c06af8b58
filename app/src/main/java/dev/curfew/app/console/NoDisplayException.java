package dev.curfew.app.console;

import dev.curfew.model.text.Messages;

/// There is no display to open a window on. The message names the command line.
public final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1;

    NoDisplayException(Throwable cause) {
        super(Messages.of(NoDisplayException.class).text("no.display"), cause);
    }
}
